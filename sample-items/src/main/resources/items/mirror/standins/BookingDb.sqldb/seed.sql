-- Fills the database when it is first used.
CREATE TABLE dbo.Rooms (
    Room NVARCHAR(30) NOT NULL PRIMARY KEY,
    Seats INT NOT NULL
);

CREATE TABLE dbo.Bookings (
    BookingId INT IDENTITY(101, 1) NOT NULL PRIMARY KEY,
    Room NVARCHAR(30) NOT NULL REFERENCES dbo.Rooms (Room),
    CustomerId INT NOT NULL,
    StartsAt DATETIME2(0) NOT NULL,
    EndsAt DATETIME2(0) NOT NULL,
    CONSTRAINT CK_Bookings_Length CHECK (EndsAt > StartsAt)
);

INSERT INTO dbo.Rooms (Room, Seats) VALUES (N'Attic', 6), (N'Garden', 14), (N'Library', 8);

INSERT INTO dbo.Bookings (Room, CustomerId, StartsAt, EndsAt) VALUES
    (N'Garden', 1, '2026-03-02T09:00:00', '2026-03-02T12:00:00'),
    (N'Attic', 3, '2026-03-02T10:00:00', '2026-03-02T11:00:00'),
    (N'Garden', 2, '2026-03-03T14:00:00', '2026-03-03T15:00:00');
