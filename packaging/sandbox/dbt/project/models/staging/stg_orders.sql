-- The last thirty days alone: small enough to build at every start.
select order_id, customer_id, placed_at, status::text as status, channel::text as channel,
       country, total, currency
from {{ source('gold', 'fct_orders') }}
where placed_at >= current_date - interval '30 days'
