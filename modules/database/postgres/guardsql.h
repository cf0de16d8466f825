// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue queries of the write guard.
#pragma once

namespace pilothouse::database::postgres
{

inline constexpr char kRoleMayWrite[] = R"(
SELECT r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication
    OR EXISTS (SELECT FROM pg_roles g WHERE g.rolname IN ('pg_write_all_data', 'pg_signal_backend',
           'pg_write_server_files', 'pg_execute_server_program', 'pg_read_server_files',
           'pg_checkpoint', 'pg_maintain', 'pg_create_subscription')
         AND pg_has_role(r.oid, g.oid, 'MEMBER'))
    OR has_database_privilege(current_database(), 'CREATE')
    OR EXISTS (SELECT FROM pg_namespace n
         WHERE n.nspname !~ '^pg_(temp|toast)' AND has_schema_privilege(n.oid, 'CREATE'))
    OR EXISTS (SELECT FROM pg_class c WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'f')
         AND (has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
              OR has_any_column_privilege(c.oid, 'INSERT, UPDATE')))
    OR EXISTS (SELECT FROM pg_class c WHERE c.oid >= 16384
         AND CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'USAGE, UPDATE') END)
  FROM pg_roles r WHERE r.rolname = current_user)";

// $1 names in front of a bracket, $2 names behind a dot, $3 every name, $4 operators. Answers one
// row (kind, function, via, candidate, types, jsontypes, targets) for each thing that could be
// called and is not on the allow-list; candidate is its OID where only the server can say whether
// the statement calls it: it bears the name of one of the server's functions, is an operator's, or
// a cast. Two uses of a cast are in no tree: the planner adds one to the columns of a UNION
// (`types`: what it starts from; `targets`: what the column may be of then), and functions of json
// look one up while they run (`jsontypes`, empty without such a function). Of an operator the
// planner may take the commutator or negator, and by its class (pg_amop) the server may use it
// unseen. Objects below 16384 are the server's own. Node trees name functions and operators by OID.
inline constexpr char kSuspects[] = R"(
WITH RECURSIVE rel(oid, via) AS (
    SELECT c.oid, CASE WHEN c.relkind = 'v' THEN c.oid::regclass::text ELSE '' END
      FROM pg_class c
     WHERE c.oid >= 16384 AND c.relname = ANY ($3::text[]) AND c.relkind IN ('r', 'p', 'v', 'f')
  UNION
    SELECT m[1]::oid, rel.via FROM rel
      JOIN pg_class v ON v.oid = rel.oid AND v.relkind = 'v'
      JOIN pg_rewrite w ON w.ev_class = v.oid
     CROSS JOIN regexp_matches(w.ev_action::text, ':relid (\d+)', 'g') m
     WHERE m[1]::oid >= 16384
), tree(via, body) AS (
    SELECT rel.via, w.ev_action::text FROM rel
      JOIN pg_class v ON v.oid = rel.oid AND v.relkind = 'v'
      JOIN pg_rewrite w ON w.ev_class = v.oid
  UNION ALL
    SELECT rel.oid::regclass::text, concat(p.polqual::text, p.polwithcheck::text) FROM rel
      JOIN pg_policy p ON p.polrelid = rel.oid
), alltrees(via, body) AS (
    SELECT * FROM tree
  UNION ALL
    SELECT t.typname::text, k.conbin::text FROM pg_type t JOIN pg_constraint k ON k.contypid = t.oid
     WHERE t.typname = ANY ($3::text[])
        OR t.oid IN (SELECT m[1]::oid FROM tree, regexp_matches(body, ':resulttype (\d+)', 'g') m)
), node(via, what, oid) AS (
    SELECT DISTINCT via, m[1], m[2]::oid FROM alltrees,
           regexp_matches(body, ':(funcid|aggfnoid|winfnoid|opfuncid|opno) (\d+)', 'g') m
), wanted(oid, via) AS (
    SELECT p.oid, '' FROM pg_proc p WHERE p.proname = ANY ($1::text[])
  UNION
    SELECT p.oid, '' FROM pg_proc p WHERE p.proname = ANY ($2::text[])
       AND p.pronargs >= 1 AND p.pronargs - p.pronargdefaults <= 1
  UNION
    SELECT n.oid, n.via FROM node n WHERE n.what <> 'opno'
  UNION
    SELECT o.oprcode, n.via FROM node n JOIN pg_operator o ON o.oid = n.oid WHERE n.what = 'opno'
  UNION
    SELECT own.oid, n.via FROM node n JOIN own ON own.written = n.oid WHERE n.what = 'opno'
), own(oid, via, op, written) AS ( -- operators somebody made, unless in C by an extension
    SELECT p.oid, o.oprname::text, o.oid, o.oid FROM pg_operator o
      JOIN pg_proc p ON p.oid = o.oprcode JOIN pg_language l ON l.oid = p.prolang
     WHERE o.oid >= 16384 AND l.lanname NOT IN ('c', 'internal')
  UNION -- and what may be written where it is meant
    SELECT own.oid, own.via, own.op, x.oid FROM own
      JOIN pg_operator x ON own.written IN (x.oprcom, x.oprnegate)
), part(whole, type, row) AS ( -- domains and arrays of a type, rows with such a column
    SELECT oid, typbasetype, false FROM pg_type WHERE typbasetype <> 0
  UNION ALL
    SELECT oid, typelem, false FROM pg_type WHERE typelem <> 0 AND typlen = -1
  UNION ALL
    SELECT c.reltype, a.atttypid, true FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.reltype <> 0 AND a.attnum > 0
), made(func, target, implicit, json, type, row) AS ( -- casts likewise, and where they may start
    SELECT k.castfunc, k.casttarget, k.castcontext = 'i',
           k.casttarget IN ('json'::regtype, 'jsonb'::regtype), k.castsource, false
      FROM pg_cast k JOIN pg_proc p ON p.oid = k.castfunc JOIN pg_language l ON l.oid = p.prolang
     WHERE k.oid >= 16384 AND l.lanname NOT IN ('c', 'internal')
  UNION
    SELECT m.func, m.target, m.implicit, m.json, part.whole, m.row OR part.row
      FROM made m JOIN part ON part.type = m.type AND (m.json OR NOT part.row)
), becomes(target, whole) AS (
    SELECT target, target FROM made
  UNION
    SELECT b.target, part.whole FROM becomes b JOIN part ON part.type = b.whole AND NOT part.row
), usable(func, target, types, jsontypes, targets) AS (
    SELECT func, target, array_agg(type) FILTER (WHERE implicit AND NOT row),
           CASE WHEN EXISTS (SELECT FROM unnest($3::text[]) n WHERE n ~ 'json')
                  OR EXISTS (SELECT FROM wanted w JOIN pg_proc j ON j.oid = w.oid
                              WHERE j.proname ~ 'json')
                  OR EXISTS (SELECT FROM alltrees WHERE body ~ 'JSON')
           THEN array_agg(type) FILTER (WHERE json) END,
           (SELECT array_agg(b.whole) FROM becomes b WHERE b.target = made.target)
      FROM made GROUP BY func, target
), verdict(kind, name, via, candidate, types, jsontypes, targets) AS (
    SELECT CASE
        WHEN p.oid < 16384 AND p.proname ~ '(_to_xml|_to_xmlschema|_and_xmlschema|^ts_stat|^ts_rewrite)$'
        THEN 'sqltext'
        WHEN p.oid < 16384 AND p.provolatile IN ('i', 's')
             AND p.proname NOT IN ('txid_current', 'pg_current_xact_id') THEN NULL
        WHEN p.oid < 16384 AND p.proname = ANY (ARRAY['random', 'clock_timestamp', 'timeofday',
             'gen_random_uuid', 'pg_sleep', 'pg_sleep_for', 'pg_sleep_until', 'bernoulli', 'system',
             'pg_blocking_pids', 'pg_safe_snapshot_blocking_pids', 'pg_lock_status',
             'pg_prepared_xact', 'pg_relation_size', 'pg_table_size', 'pg_indexes_size',
             'pg_total_relation_size', 'pg_database_size', 'pg_tablespace_size',
             'pg_is_in_recovery', 'pg_current_wal_lsn', 'pg_current_wal_insert_lsn',
             'pg_current_wal_flush_lsn', 'pg_last_wal_receive_lsn', 'pg_last_wal_replay_lsn',
             'pg_last_xact_replay_timestamp', 'pg_is_wal_replay_paused', 'pg_partition_tree',
             'pg_partition_ancestors', 'pg_notification_queue_usage', 'pg_sequence_last_value',
             'pg_xact_commit_timestamp', 'pg_xact_status', 'txid_status', 'currval', 'lastval',
             'pg_control_system', 'pg_control_checkpoint', 'pg_control_recovery',
             'pg_control_init', 'pg_get_shmem_allocations', 'pg_get_backend_memory_contexts'])
        THEN NULL
        WHEN p.oid < 16384 THEN 'effect'
        WHEN l.lanname IN ('c', 'internal') AND p.proname IN ('pg_stat_statements',
             'pg_stat_statements_info') THEN NULL
        WHEN p.prosecdef THEN 'definer'
        ELSE 'user' END, p.oid::regprocedure::text, w.via,
           CASE WHEN w.via = '' AND p.oid >= 16384 AND EXISTS (SELECT FROM pg_proc b
                WHERE b.proname = p.proname AND b.oid < 16384) THEN p.oid ELSE 0 END,
           NULL, NULL, NULL
      FROM wanted w JOIN pg_proc p ON p.oid = w.oid JOIN pg_language l ON l.oid = p.prolang
  UNION
    SELECT CASE WHEN p.prosecdef THEN 'definer' ELSE 'user' END, p.oid::regprocedure::text,
           w.via, CASE WHEN EXISTS (SELECT FROM pg_amop a WHERE a.amopopr IN (w.op, w.written))
                  THEN 0 ELSE x.oprcode::oid END, '', '', ''
      FROM own w JOIN pg_proc p ON p.oid = w.oid
      JOIN pg_operator x ON x.oid = w.written AND x.oprcode <> 0
     WHERE x.oprname = ANY ($4::text[] || ARRAY['=', '<>', '<', '<=', '>', '>=', '~~', '!~~', '~~*',
           '!~~*', '~'])
  UNION
    SELECT CASE WHEN p.prosecdef THEN 'definer' ELSE 'user' END, p.oid::regprocedure::text,
           format_type(u.target, NULL), CASE
        WHEN EXISTS (SELECT FROM alltrees, unnest(u.types) x WHERE body ~ 'SETOPERATIONSTMT'
               AND CASE WHEN x < 16384 THEN EXISTS (SELECT FROM unnest(u.targets) y
                                     WHERE body ~ concat('\m', y, '\M'))
                   ELSE body ~ concat('\m', x, '\M') END)
          OR EXISTS (SELECT FROM alltrees, unnest(u.jsontypes) x
                      WHERE body ~ concat('\m', x, '\M')) THEN 0
        ELSE p.oid END, array_to_string(coalesce(u.types, '{}'), ' '),
           array_to_string(coalesce(u.jsontypes, '{}'), ' '), array_to_string(u.targets, ' ')
      FROM usable u JOIN pg_proc p ON p.oid = u.func
  UNION
    SELECT 'program', rel.oid::regclass::text, '', 0, NULL, NULL, NULL
      FROM rel JOIN pg_foreign_table f ON f.ftrelid = rel.oid
     WHERE array_to_string(f.ftoptions, ',') LIKE '%program=%'
)
SELECT kind, name, via, candidate, types, jsontypes, targets
  FROM verdict WHERE kind IS NOT NULL ORDER BY kind, name)";

} // namespace pilothouse::database::postgres
