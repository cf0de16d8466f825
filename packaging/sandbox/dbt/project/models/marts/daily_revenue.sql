select placed_at::date as day, country, currency, count(*) as orders, sum(total) as revenue
from {{ ref('stg_orders') }}
where status not in ('cancelled', 'returned')
group by 1, 2, 3
