// The organization's stored lists: objects read by the names of their fields, with names for ids; for an organization
// view the state of each list and the changes, too. Private to app/reports.
#pragma once

#include "app/reports/organizationview.h"

#include <string_view>

namespace tokenledger {

/// A stored object, read by the names of its fields. Refers to the object.
class StoredFields {
public:
    StoredFields(ObjectKind kind, const StoredObject& stored) : m_fields(fieldsOf(kind)), m_stored(stored) {}

    [[nodiscard]] std::optional<QString> find(std::string_view name) const;
    /// Empty: null, too.
    [[nodiscard]] QString text(std::string_view name) const { return find(name).value_or(QString()); }
    /// Invalid: null, or not a time.
    [[nodiscard]] QDateTime time(std::string_view name) const { return fromRfc3339(text(name)).value_or(QDateTime()); }

private:
    std::span<const ObjectField> m_fields;
    const StoredObject& m_stored;
};

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
