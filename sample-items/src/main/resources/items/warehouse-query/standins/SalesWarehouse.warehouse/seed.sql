-- Fills the warehouse when it is first used.
CREATE TABLE dbo.Orders (
    OrderId INT NOT NULL,
    Customer VARCHAR(60) NOT NULL,
    Region VARCHAR(20) NOT NULL,
    OrderDate DATE NOT NULL,
    Amount DECIMAL(10, 2) NOT NULL
);

INSERT INTO dbo.Orders (OrderId, Customer, Region, OrderDate, Amount) VALUES
    (1, 'Adler Bakery', 'North', '2025-09-01', 120.50),
    (2, 'Blue Lake Hotel', 'South', '2025-09-03', 860.00),
    (3, 'Corner Books', 'North', '2025-09-08', 45.90),
    (4, 'Dahl & Sons', 'West', '2025-09-15', 310.00),
    (5, 'Elm Street Cafe', 'South', '2025-10-02', 75.25),
    (6, 'Fischer Garden Centre', 'North', '2025-10-11', 530.00),
    (7, 'Green Valley School', 'West', '2025-10-20', 1250.00),
    (8, 'Harbour Museum', 'South', '2025-11-04', 199.99);
