# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs string:Formatter
# needs airflow.sdk:BaseHook
# needs part query_rows
def store_redis(
    conn_id,
    database,
    query,
    key,
    kind,
    marker,
    member=None,
    score=None,
    ttl=None,
    remove_stale=False,
):
    """Writes rows into a cache, and forgets the keys of the last run if asked."""
    import redis

    to = BaseHook.get_connection(conn_id)
    cache = redis.Redis(
        host=to.host,
        port=to.port or 6379,
        username=to.login or None,
        password=to.password or None,
        db=int(to.extra_dejson.get("db", 0)),
    )
    names = set()
    with cache.pipeline(transaction=False) as pipe:
        for count, row in enumerate(query_rows(database, query), 1):
            name = Formatter().vformat(key, (), row)
            if kind == "sorted_set":
                if name not in names:
                    pipe.delete(name)
                pipe.zadd(name, {str(row[member]): float(row[score])})
            elif kind == "hash":
                pipe.hset(name, mapping={k: "" if v is None else str(v) for k, v in row.items()})
            else:
                pipe.set(name, json.dumps(row, default=str))
            if ttl:
                pipe.expire(name, ttl)
            names.add(name)
            if count % 1000 == 0:
                pipe.execute()
        pipe.execute()
    if remove_stale:
        stale = {old.decode() for old in cache.smembers(marker)} - names
        if stale:
            cache.delete(*stale)
        cache.delete(marker)
        if names:
            cache.sadd(marker, *names)
    print(f"{len(names)} keys")
    return len(names)
