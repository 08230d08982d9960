// The lists of an organization view: objects with names for ids, the state of each list, changes. Private to
// app/reports.
#pragma once

#include "app/reports/organizationview.h"

namespace tokenledger {

/// What the cache keeps of all lists, read once.
struct StoredLists {
    std::array<std::vector<StoredObject>, 6> objects;  // by ObjectKind
    std::array<QHash<QString, QString>, 6> names;      // by id; gone objects included

    [[nodiscard]] static Result<StoredLists> load(const CacheReader& cache);
    [[nodiscard]] const std::vector<StoredObject>& of(ObjectKind kind) const {
        return objects[static_cast<std::size_t>(kind)];
    }
    /// The id where no name is known.
    [[nodiscard]] QString nameOf(ObjectKind kind, const QString& id) const {
        return names[static_cast<std::size_t>(kind)].value(id, id);
    }
};

/// States of the lists, and what they name; nothing of usage and cost.
[[nodiscard]] Result<void> readLists(const CacheReader& cache, const StoredLists& stored, OrganizationView& view);

}  // namespace tokenledger
