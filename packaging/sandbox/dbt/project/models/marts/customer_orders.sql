select c.customer_id, c.display_name, c.country, count(o.order_id) as orders,
       max(o.placed_at) as last_order_at
from {{ ref('stg_customers') }} as c
left join {{ ref('stg_orders') }} as o using (customer_id)
group by 1, 2, 3
