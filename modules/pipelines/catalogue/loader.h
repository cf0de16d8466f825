// SPDX-License-Identifier: GPL-3.0-or-later
// The node catalogue: the one that is compiled in, and kinds of the user's own beside it. The
// format is in resources/nodes/README.md. Any thread.
#pragma once

#include "core/error.h"
#include "core/yaml/yamltree.h"
#include "pipelines/api/catalogue.h"

namespace pilothouse::pipelines
{

struct CatalogueProblem {
    QString file; // its name in the folder
    YamlMark mark;
    Text message;

    QString where() const; // "process.sql.yaml:12:5"
};

struct CatalogueFolder {
    Catalogue catalogue;
    std::vector<CatalogueProblem> problems; // a kind with one is left out
};

// Everything in a folder of kinds. With `base` the kinds stand beside those of it; an id that is
// there already is a problem.
CatalogueFolder readFolder(const QString& folder, const Catalogue* base = nullptr);
// All or nothing: the first problem as error, `where` is its file, line and column.
Result<Catalogue> readCatalogue(const QString& folder);
// Read once; without problems, which a test proves.
CataloguePtr builtInCatalogue();

// The kinds there are in this program: those that are built in, and beside them those of a folder
// of the user's own.
struct KnownKinds {
    CataloguePtr catalogue;
    std::vector<CatalogueProblem> problems; // of the user's own: what has one is left out
};
KnownKinds kindsWith(const QString& folder); // a folder that is not there has none
// Of which folder knownKinds() are; before they are asked for first.
void setOwnKinds(const QString& folder);
const KnownKinds& knownKinds(); // read once, blocks then

} // namespace pilothouse::pipelines
