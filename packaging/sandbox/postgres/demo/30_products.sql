-- SPDX-License-Identifier: GPL-3.0-or-later
-- Categories (a tree), 5,000 products and their stock in three warehouses.
CREATE TABLE silver.categories (
    category_id int PRIMARY KEY,
    parent_id int REFERENCES silver.categories,
    name text NOT NULL,
    path text[] NOT NULL
);
INSERT INTO silver.categories VALUES
    (1, NULL, 'Coffee', '{Coffee}'), (2, NULL, 'Tea', '{Tea}'), (3, NULL, 'Tableware', '{Tableware}'),
    (4, 1, 'Beans', '{Coffee,Beans}'), (5, 1, '手沖器具', '{Coffee,手沖器具}'),
    (6, 2, '烏龍茶', '{Tea,烏龍茶}'), (7, 2, '녹차', '{Tea,녹차}'), (8, 3, 'Cups', '{Tableware,Cups}'),
    (9, 5, 'Grinders', '{Coffee,手沖器具,Grinders}'), (10, 5, 'Kettles', '{Coffee,手沖器具,Kettles}');

CREATE TABLE silver.products (
    sku text PRIMARY KEY,
    product_id int UNIQUE NOT NULL,
    category_id int NOT NULL REFERENCES silver.categories,
    name text NOT NULL,
    price numeric(12, 2) NOT NULL CHECK (price > 0),
    cost numeric(14, 4),
    weight_g real,
    rating double precision,
    tags text[] NOT NULL DEFAULT '{}',
    attributes jsonb,
    sold_between daterange,
    warranty interval,
    active boolean NOT NULL DEFAULT true,
    description text
);
INSERT INTO silver.products
SELECT 'HB-' || lpad(id::text, 4, '0'), id, 4 + pick(id, 1, 7),
       (ARRAY['手沖濾杯','핸드드립 서버','Kettle 1 L','Grinder burr','Espresso beans','文山包種茶','녹차 세트','Cup','Scale','Filter paper'])[1 + pick(id, 2, 10)]
           || ' ' || lpad(pick(id, 3, 100)::text, 2, '0'),
       (1 + pick(id, 4, 20000) / 100.0)::numeric(12, 2),
       CASE WHEN pick(id, 5, 8) > 0 THEN (0.5 + pick(id, 6, 900000) / 10000.0)::numeric(14, 4) END,
       CASE WHEN pick(id, 7, 8) > 0 THEN pick(id, 8, 400000) / 100.0 END,
       CASE WHEN pick(id, 9, 5) > 0 THEN 1 + pick(id, 10, 4000) / 1000.0 END,
       string_to_array((ARRAY['new','sale,gift','','organic,限定','한정판'])[1 + pick(id, 11, 5)], ','),
       CASE WHEN pick(id, 12, 10) > 0 THEN jsonb_build_object('color',
           (ARRAY['black','white','copper','藍'])[1 + pick(id, 13, 4)], 'ml', pick(id, 14, 15) * 100,
           'box', jsonb_build_object('w', pick(id, 15, 40), 'h', pick(id, 16, 40))) END,
       CASE WHEN pick(id, 17, 4) = 0 THEN daterange(current_date - 400, current_date + pick(id, 18, 90)) END,
       CASE WHEN pick(id, 19, 3) = 0 THEN make_interval(years => 1 + pick(id, 20, 4)) END,
       pick(id, 21, 15) > 0,
       CASE WHEN pick(id, 22, 3) > 0 THEN 'Product ' || id || E'\n' || repeat('fine to have, ', pick(id, 23, 30)) END
FROM generate_series(1, 50 * :scale) AS id;

CREATE TABLE silver.stock (
    sku text NOT NULL REFERENCES silver.products ON DELETE CASCADE,
    warehouse text NOT NULL,
    quantity int NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (sku, warehouse)
);
INSERT INTO silver.stock
SELECT sku, warehouse, pick(product_id, 30 + number::int, 500), now() - pick(product_id, 40, 86400) * interval '1 s'
  FROM silver.products, unnest(ARRAY['TPE-2','ICN-1','BER-1']) WITH ORDINALITY AS w (warehouse, number);
CREATE INDEX products_tags ON silver.products USING gin (tags);
CREATE INDEX products_category ON silver.products (category_id, price);
COMMENT ON TABLE silver.products IS 'What the shop sells; the price is in euro';
COMMENT ON TABLE silver.stock IS 'Pieces per warehouse';
