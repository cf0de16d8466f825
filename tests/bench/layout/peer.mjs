// SPDX-License-Identifier: GPL-3.0-or-later
// node peer.mjs FOLDER elk|dagre GRAPH.json RUNS: milliseconds of CPU for one layout, median after a
// warm-up, on standard output. FOLDER has the engines in node_modules.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [folder, engine, file, runs] = process.argv.slice(2);
const require = createRequire(folder + '/');
const graph = JSON.parse(readFileSync(file, 'utf8'));

async function elk() {
    const ELK = require('elkjs/lib/elk.bundled.js');
    // The settings of Airflow 3.
    const input = {
        id: 'root',
        layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT',
            'elk.layered.nodePlacement.strategy': 'SIMPLE', 'elk.layered.thoroughness': '3' },
        children: graph.nodes.map((id) => ({ id: 'n' + id, width: 136, height: 40 })),
        edges: graph.edges.map(([a, b], i) =>
            ({ id: 'e' + i, sources: ['n' + a], targets: ['n' + b] })),
    };
    await new ELK().layout(input);
}

function dagre() {
    const lib = require('@dagrejs/dagre');
    const g = new lib.graphlib.Graph();
    g.setGraph({ rankdir: 'LR', ranker: 'tight-tree' });
    g.setDefaultEdgeLabel(() => ({}));
    for (const id of graph.nodes)
        g.setNode('n' + id, { width: 136, height: 40 });
    for (const [a, b] of graph.edges)
        g.setEdge('n' + a, 'n' + b);
    lib.layout(g);
}

const times = [];
for (let i = -1; i < Number(runs); ++i) {
    const before = process.cpuUsage();
    await (engine === 'elk' ? elk() : dagre());
    const used = process.cpuUsage(before);
    if (i >= 0 || Number(runs) === 0)
        times.push((used.user + used.system) / 1000);
}
times.sort((a, b) => a - b);
console.log(times[Math.floor(times.length / 2)].toFixed(1));
