-- Fills the warehouse when it is first used.
CREATE TABLE dbo.Stores (
    StoreId INT NOT NULL,
    Name VARCHAR(40) NOT NULL,
    City VARCHAR(40) NOT NULL
);

CREATE TABLE dbo.Products (
    ProductId INT NOT NULL,
    Name VARCHAR(60) NOT NULL,
    UnitPrice DECIMAL(10, 2) NOT NULL
);

CREATE TABLE dbo.Stock (
    StoreId INT NOT NULL,
    ProductId INT NOT NULL,
    Quantity INT NOT NULL
);

CREATE TABLE dbo.Sales (
    SaleId INT NOT NULL,
    StoreId INT NOT NULL,
    ProductId INT NOT NULL,
    SoldOn DATE NOT NULL,
    Quantity INT NOT NULL,
    Amount DECIMAL(10, 2) NOT NULL,
    RecordedBy VARCHAR(80) NOT NULL
);

INSERT INTO dbo.Stores (StoreId, Name, City) VALUES
    (1, 'Market Square', 'Bremen'),
    (2, 'Riverside', 'Leipzig'),
    (3, 'Old Mill', 'Ulm');

INSERT INTO dbo.Products (ProductId, Name, UnitPrice) VALUES
    (10, 'Espresso beans 1 kg', 18.90),
    (11, 'Filter papers', 3.20),
    (12, 'Stoneware mug', 9.50),
    (13, 'Milk jug', 14.00);

INSERT INTO dbo.Stock (StoreId, ProductId, Quantity) VALUES
    (1, 10, 24), (1, 11, 60), (1, 12, 8), (1, 13, 5),
    (2, 10, 6), (2, 11, 35), (2, 12, 0),
    (3, 10, 12), (3, 13, 2);

INSERT INTO dbo.Sales (SaleId, StoreId, ProductId, SoldOn, Quantity, Amount, RecordedBy) VALUES
    (1, 1, 10, '2025-11-01', 2, 37.80, 'kim@bobbin.local'),
    (2, 1, 12, '2025-11-01', 4, 38.00, 'kim@bobbin.local'),
    (3, 2, 11, '2025-11-01', 5, 16.00, 'ari@bobbin.local'),
    (4, 3, 13, '2025-11-02', 1, 14.00, 'noa@bobbin.local'),
    (5, 2, 10, '2025-11-02', 3, 56.70, 'ari@bobbin.local');
