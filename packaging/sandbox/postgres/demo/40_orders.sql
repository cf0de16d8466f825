-- SPDX-License-Identifier: GPL-3.0-or-later
-- One million orders, one partition per month, newest month last; keys and indexes come afterwards.
CREATE TABLE gold.fct_orders (
    order_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    placed_at timestamptz NOT NULL,
    status gold.order_status NOT NULL,
    channel silver.channel NOT NULL,
    country char(2) NOT NULL,
    total numeric(12, 2) NOT NULL,
    currency char(3) NOT NULL,
    items jsonb NOT NULL,
    is_gift boolean,
    coupon text,
    tags text[],
    note text
) PARTITION BY RANGE (placed_at);

SELECT format('CREATE TABLE gold.fct_orders_%s PARTITION OF gold.fct_orders FOR VALUES FROM (%L) TO (%L)',
              to_char(month, 'YYYY_MM'), month, month + interval '1 month')
  FROM generate_series(date_trunc('month', now()) - interval '17 months',
                       date_trunc('month', now()) + interval '2 months', '1 month') AS month \gexec
CREATE TABLE gold.fct_orders_other PARTITION OF gold.fct_orders DEFAULT;

INSERT INTO gold.fct_orders
SELECT id, customer_id, placed_at,
       CASE WHEN age > interval '10 days' THEN
               (ARRAY['delivered','delivered','delivered','delivered','delivered','delivered','cancelled','returned'])
                   [1 + pick(id, 5, 8)]
            ELSE (ARRAY['placed','paid','paid','packing','shipped','delivered','cancelled'])[1 + pick(id, 5, 7)]
       END::gold.order_status,
       (ARRAY['web','web','app','app','app','store','b2b'])[1 + pick(id, 6, 7)]::silver.channel,
       country, round((5 + pick(id, 7, 30000) / 100.0)::numeric * euro_rate, decimals), currency,
       jsonb_build_object('n', 1 + pick(id, 8, 3), 'sku', 'HB-' || lpad((1 + pick(id, 9, 50 * :scale))::text, 4, '0')),
       CASE pick(id, 10, 12) WHEN 0 THEN NULL WHEN 1 THEN true ELSE false END,
       CASE pick(id, 11, 9) WHEN 0 THEN 'SPRING10' WHEN 1 THEN 'WELCOME5' WHEN 2 THEN 'LOYAL15' END,
       (ARRAY['{gift,repeat}','{app}','{web,b2b}','{app,first}','{web}',NULL])[1 + pick(id, 12, 6)]::text[],
       CASE pick(id, 13, 40) WHEN 0 THEN '生日快樂！' WHEN 1 THEN '문 앞에 놓아주세요' WHEN 2 THEN 'Leave at the "back" door' END
FROM (SELECT raw.*, customer.country, at.currency, at.euro_rate, at.decimals, now() - placed_at AS age
        FROM (SELECT id, 1 + (pick(id, 1, 500 * :scale)) AS customer_id,
                     date_trunc('month', now()) - interval '17 months'
                     + (now() - date_trunc('month', now()) + interval '17 months') * power(id::float8 / (10000 * :scale), 0.8)
                     AS placed_at
                FROM generate_series(1, 10000 * :scale) AS id) AS raw
        JOIN silver.customers AS customer USING (customer_id)
        JOIN silver.countries AS at USING (country)) AS made;

ALTER TABLE gold.fct_orders ADD PRIMARY KEY (order_id, placed_at);
CREATE INDEX fct_orders_placed ON gold.fct_orders USING brin (placed_at);
CREATE INDEX fct_orders_customer ON gold.fct_orders (customer_id);
CREATE INDEX fct_orders_open ON gold.fct_orders (placed_at) WHERE status IN ('placed', 'paid', 'packing');
COMMENT ON TABLE gold.fct_orders IS 'One row per order, a partition per month of placed_at';
COMMENT ON COLUMN gold.fct_orders.total IS 'In the currency of the order';
COMMENT ON COLUMN gold.fct_orders.items IS 'n lines, and the first line''s article';
