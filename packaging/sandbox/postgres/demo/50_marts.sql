-- SPDX-License-Identifier: GPL-3.0-or-later
-- Dimensions, a chain of views, materialised views, functions and what the viewer may read.
CREATE VIEW gold.dim_customer AS
    SELECT customer_id, display_name, country, language, (address).city AS city, created_at,
           deleted_at IS NULL AS active
      FROM silver.customers;
CREATE VIEW gold.dim_product AS
    SELECT p.sku, p.name, c.name AS category, c.path, p.price, p.price - p.cost AS margin, p.active
      FROM silver.products p JOIN silver.categories c USING (category_id);
CREATE VIEW gold.v_open_orders AS
    SELECT order_id, customer_id, placed_at, status, total, currency, now() - placed_at AS waiting
      FROM gold.fct_orders
     WHERE status IN ('placed', 'paid', 'packing');
CREATE VIEW gold.v_open_orders_named AS
    SELECT o.*, c.display_name, c.city
      FROM gold.v_open_orders o JOIN gold.dim_customer c USING (customer_id);
CREATE VIEW gold.v_open_orders_late AS
    SELECT * FROM gold.v_open_orders_named WHERE waiting > interval '2 days';
CREATE VIEW gold.v_orders_daily AS
    SELECT placed_at::date AS day, country, count(*) AS orders, sum(total) AS total
      FROM gold.fct_orders GROUP BY 1, 2;

CREATE MATERIALIZED VIEW gold.mart_daily_revenue AS
    SELECT day, country, orders, (local_total / euro_rate)::numeric(14, 2) AS euro, returned
      FROM (SELECT (placed_at AT TIME ZONE 'UTC')::date AS day, country, count(*) AS orders,
                   sum(total) AS local_total,
                   count(*) FILTER (WHERE status = 'returned') AS returned
              FROM gold.fct_orders GROUP BY 1, 2) AS daily
      JOIN silver.countries USING (country);
CREATE UNIQUE INDEX ON gold.mart_daily_revenue (day, country);
CREATE MATERIALIZED VIEW gold.mv_orders_by_country AS
    SELECT country, sum(orders) AS orders, sum(euro) AS euro FROM gold.mart_daily_revenue GROUP BY 1;
CREATE VIEW gold.v_revenue_trend AS
    SELECT day, country, euro, avg(euro) OVER (PARTITION BY country ORDER BY day
           ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)::numeric(14, 2) AS week_average
      FROM gold.mart_daily_revenue;

CREATE SEQUENCE gold.order_number OWNED BY gold.fct_orders.order_id;
SELECT setval('gold.order_number', (SELECT max(order_id) FROM gold.fct_orders)) \g (format=unaligned) /dev/null
CREATE TABLE gold.audit (at timestamptz DEFAULT now(), who name DEFAULT session_user, what text);

CREATE FUNCTION gold.to_euro(amount numeric, currency_code char(3)) RETURNS numeric
    LANGUAGE sql STABLE AS $$
    SELECT (amount / euro_rate)::numeric(14, 2) FROM silver.countries
     WHERE currency = currency_code LIMIT 1 $$;
CREATE FUNCTION gold.customer_orders(customer bigint, at_most int DEFAULT 20)
    RETURNS TABLE (order_id bigint, placed_at timestamptz, total numeric) LANGUAGE sql STABLE AS $$
    SELECT order_id, placed_at, total FROM gold.fct_orders
     WHERE customer_id = customer ORDER BY placed_at DESC LIMIT at_most $$;
CREATE FUNCTION gold.count_secretly() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = gold, pg_temp AS $$
DECLARE n bigint;
BEGIN
    INSERT INTO audit (what) VALUES ('count_secretly');
    SELECT count(*) INTO n FROM audit;
    RETURN n;
END $$;
CREATE VIEW gold.v_writes_when_read AS SELECT gold.count_secretly() AS reads_so_far;
CREATE PROCEDURE gold.refresh_mart() LANGUAGE plpgsql AS $$
BEGIN
    REFRESH MATERIALIZED VIEW gold.mart_daily_revenue;
    REFRESH MATERIALIZED VIEW gold.mv_orders_by_country;
END $$;
CREATE FUNCTION silver.touch_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER stock_touched BEFORE UPDATE ON silver.stock
    FOR EACH ROW EXECUTE FUNCTION silver.touch_stock();

COMMENT ON VIEW gold.v_open_orders IS 'Orders that still wait for us';
COMMENT ON VIEW gold.v_writes_when_read IS 'A view that writes: what a read-only guard must see';
COMMENT ON MATERIALIZED VIEW gold.mart_daily_revenue IS 'Revenue per day and country in euro';
COMMENT ON FUNCTION gold.count_secretly() IS 'Writes with its owner''s rights';
COMMENT ON PROCEDURE gold.refresh_mart() IS 'Refreshes both marts';
GRANT USAGE ON SCHEMA bronze, silver, gold TO viewer;
GRANT SELECT ON ALL TABLES IN SCHEMA bronze, silver, gold TO viewer;
-- A third of the usual sample: planning needs no more here.
SET default_statistics_target = 30;
ANALYZE;
