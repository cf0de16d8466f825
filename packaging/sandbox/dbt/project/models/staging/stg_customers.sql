select customer_id, display_name, country, language, created_at
from {{ source('silver', 'customers') }}
where deleted_at is null
