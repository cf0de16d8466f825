// SPDX-License-Identifier: GPL-3.0-or-later
// What flows along the edges of lineage: rows read from what a view reads, rows written to what
// refers by a foreign key.
#pragma once

namespace pilothouse::database::postgres
{

// To stand behind WITH RECURSIVE. reads(parent, child): views and what their rule reads,
// partitioned tables and their partitions. flow(oid, reads, writes): the relations edges take their
// rate from, the oldest 400 of them, so that a server with tens of thousands of foreign keys is not
// asked for all of them every five seconds.
inline constexpr char kFlow[] = R"(
rule(target, source) AS (
    SELECT DISTINCT w.ev_class, d.refobjid
      FROM pg_rewrite w JOIN pg_class t ON t.oid = w.ev_class AND t.relkind IN ('v', 'm')
      JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
           AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> w.ev_class
           AND d.deptype = 'n'
      JOIN pg_class s ON s.oid = d.refobjid AND s.relkind IN ('r', 'p', 'v', 'm', 'f')
     WHERE t.oid >= 16384 AND s.oid >= 16384
), refers(target, source) AS (
    SELECT DISTINCT k.conrelid, k.confrelid
      FROM pg_constraint k JOIN pg_class s ON s.oid = k.confrelid
      JOIN pg_class t ON t.oid = k.conrelid
     WHERE k.contype = 'f' AND k.conparentid = 0 AND NOT s.relispartition
       AND NOT t.relispartition
), flow(oid, reads, writes) AS (
    SELECT oid, bool_or(reads), bool_or(NOT reads)
      FROM (SELECT source, true FROM rule UNION SELECT target, false FROM refers) e(oid, reads)
     GROUP BY oid ORDER BY oid LIMIT 400
))";

} // namespace pilothouse::database::postgres
