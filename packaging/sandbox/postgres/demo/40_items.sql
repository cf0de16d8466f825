-- SPDX-License-Identifier: GPL-3.0-or-later
-- The lines of every order.
CREATE TABLE gold.fct_order_items (
    order_id bigint NOT NULL,
    line smallint NOT NULL,
    sku text NOT NULL,
    quantity int NOT NULL,
    unit_price numeric(12, 2) NOT NULL,
    discount real
);
INSERT INTO gold.fct_order_items
SELECT id, line, 'HB-' || lpad((1 + pick(id, 8 + line, 50 * :scale))::text, 4, '0'),
       1 + pick(id, 20 + line, 4), (100 + pick(id, 30 + line, 20000))::numeric / 100,
       CASE pick(id, 40 + line, 6) WHEN 0 THEN 0.1 WHEN 1 THEN 0.25 END
  FROM generate_series(1, 10000 * :scale) AS id, generate_series(1, 1 + pick(id, 8, 3)) AS line;
ALTER TABLE gold.fct_order_items ADD PRIMARY KEY (order_id, line);
ALTER TABLE gold.fct_order_items ADD FOREIGN KEY (sku) REFERENCES silver.products NOT VALID;
COMMENT ON TABLE gold.fct_order_items IS 'One row per line of an order; the price is in euro';
