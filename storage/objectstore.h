// The organization's objects, by kind and id, with every change between two lists. The writer's transaction is around
// the writing.
#pragma once

#include "storage/cachetypes.h"
#include "storage/statement.h"
#include "storage/terms.h"

namespace tokenledger {

/// Makes this list the newest of its kind. An object that it does not name stays known, but is no longer listed. The
/// first list of a kind changes nothing: everything in it is new.
void writeObjects(SQLite::Database& db, TermIndex& terms, const ObjectList& list, const QDateTime& fetchedAt);

/// Name by id term, gone objects included.
[[nodiscard]] QHash<TermId, QString> readNames(SQLite::Database& db, ObjectKind kind);
/// By name, then id; gone objects included.
[[nodiscard]] std::vector<StoredObject> readObjects(SQLite::Database& db, ObjectKind kind);
/// Ids of the workspaces that the newest list names and that are not archived.
[[nodiscard]] QStringList readOpenWorkspaces(SQLite::Database& db);
/// When the lists of a kind were fetched, the oldest of them; invalid when one that should be there never was. Lists of
/// members count for open workspaces only.
[[nodiscard]] QDateTime readObjectsTime(SQLite::Database& db, ObjectKind kind);
/// Oldest first.
[[nodiscard]] std::vector<ObjectChange> readObjectChanges(SQLite::Database& db);

}  // namespace tokenledger
