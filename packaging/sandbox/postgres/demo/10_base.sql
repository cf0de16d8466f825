-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schemas, types and the helper that all demo data comes from: a hash of (number, salt) in [0, n).
-- The same numbers give the same rows on every machine; only the calendar moves with today's month.
CREATE SCHEMA bronze;
CREATE SCHEMA silver;
CREATE SCHEMA gold;
COMMENT ON SCHEMA bronze IS 'Raw events as they arrived';
COMMENT ON SCHEMA silver IS 'Cleaned entities: customers, products, stock';
COMMENT ON SCHEMA gold IS 'Facts and dimensions that reports read';

CREATE TYPE gold.order_status AS ENUM
    ('placed', 'paid', 'packing', 'shipped', 'delivered', 'cancelled', 'returned');
CREATE TYPE silver.channel AS ENUM ('web', 'app', 'store', 'b2b');
CREATE TYPE silver.address AS (city text, postcode text, street text);
CREATE DOMAIN silver.email AS text CHECK (VALUE ~ '^[^@]+@[^@]+$');

CREATE FUNCTION public.pick(value bigint, salt int, n int) RETURNS int
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT ((hashint8extended(value, salt) & 2147483647) % n)::int $$;
COMMENT ON FUNCTION public.pick IS 'A repeatable pseudo-random number in [0, n)';

CREATE TABLE silver.countries (
    country char(2) PRIMARY KEY,
    name text NOT NULL,
    currency char(3) NOT NULL,
    euro_rate numeric(12, 4) NOT NULL,
    decimals smallint NOT NULL,
    timezone text NOT NULL
);
INSERT INTO silver.countries VALUES
    ('TW', '臺灣', 'TWD', 34.5, 0, 'Asia/Taipei'), ('KR', '대한민국', 'KRW', 1480, 0, 'Asia/Seoul'),
    ('DE', 'Deutschland', 'EUR', 1, 2, 'Europe/Berlin'), ('IE', 'Ireland', 'EUR', 1, 2, 'Europe/Dublin'),
    ('IT', 'Italia', 'EUR', 1, 2, 'Europe/Rome'), ('NO', 'Norge', 'NOK', 11.6, 2, 'Europe/Oslo'),
    ('BR', 'Brasil', 'BRL', 6.1, 2, 'America/Sao_Paulo'), ('IN', 'India', 'INR', 91, 2, 'Asia/Kolkata'),
    ('JP', '日本', 'JPY', 163, 0, 'Asia/Tokyo'), ('US', 'United States', 'USD', 1.08, 2, 'America/New_York');
COMMENT ON TABLE silver.countries IS 'Where the shop sells, with currency and exchange rate';
