-- What the mirror holds. Functions can only read it. It has the types of a warehouse: texts are VARCHAR, in UTF-8.
CREATE SCHEMA crm;
GO
CREATE TABLE crm.Customers (
    CustomerId INT NOT NULL,
    Name VARCHAR(240) NOT NULL
);

INSERT INTO crm.Customers (CustomerId, Name) VALUES
    (1, 'Harbour Choir'),
    (2, 'Riverside Chess Club'),
    (3, 'Zoë''s Pottery');
