#include "app/reports/objectreports.h"

#include "app/reports/reportrunner.h"

#include <QHash>

namespace tokenledger {

namespace {

/// A field that holds the id of another object, and the column that shows its name beside it.
struct Reference {
    const char* field;
    ObjectKind kind;
    const char* column;
};
constexpr Reference References[] = {{"workspace_id", ObjectKind::Workspace, "workspace"},
                                    {"user_id", ObjectKind::User, "user"},
                                    {"created_by", ObjectKind::User, "created_by_name"}};

const Reference* referenceOf(const ObjectField& field) {
    const auto found = std::find_if(std::begin(References), std::end(References), [&field](const Reference& each) {
        return QLatin1String(each.field) == QLatin1String(field.name);
    });
    return found == std::end(References) ? nullptr : found;
}

/// A member has no id of its own: workspace and user say who it is.
bool hasId(ObjectKind kind) { return kind != ObjectKind::WorkspaceMember; }

using Names = QHash<QString, QString>;  // by id

Result<Names> namesOf(const CacheReader& cache, ObjectKind kind) {
    const auto objects = cache.objects(kind);
    if (!objects) return failure(objects.error());
    Names names;
    for (const StoredObject& each : *objects) {
        if (const auto& name = each.object.values.front()) names.insert(each.object.id, *name);
    }
    return names;
}

Cell textOrEmpty(const std::optional<QString>& text) { return text ? Cell(*text) : Cell(); }

Cell timeOrEmpty(const QDateTime& time) { return time.isValid() ? Cell(time) : Cell(); }

/// The name that an id of another object stands for.
Cell nameCell(const Reference& reference, const std::optional<QString>& id, const Names& names, bool wasListed) {
    if (id) return names.contains(*id) ? Cell(names.value(*id)) : Cell();
    // Null is the default workspace, but of an object that no list of this version has named nothing is known.
    const bool isDefault = reference.kind == ObjectKind::Workspace && wasListed;
    return isDefault ? Cell(QStringLiteral("(default workspace)")) : Cell();
}

/// The table is as old as the oldest list in it, and incomplete where one never came.
Result<void> describeLists(const CacheReader& cache, std::initializer_list<ObjectKind> kinds, Table& table) {
    QStringList missing;
    std::optional<QDateTime> oldest;
    for (const ObjectKind kind : kinds) {
        const auto fetched = cache.objectsFetchedAt(kind);
        if (!fetched) return failure(fetched.error());
        oldest = oldest ? std::min(*oldest, *fetched) : *fetched;  // an invalid time is the earliest of all
        if (!fetched->isValid()) missing << objectKindName(kind);
    }
    table.asOf = oldest.value_or(QDateTime());
    table.incompleteList = !missing.isEmpty();
    if (table.incompleteList) {
        table.notes << QStringLiteral(
                           "Not all of these lists have been fetched yet (%1); sync, and see report "
                           "sync-log.")
                           .arg(missing.join(QStringLiteral(", ")));
    }
    return {};
}

Result<void> runObjects(ObjectKind kind, const ReportContext& context, Table& table) {
    const auto objects = context.cache.objects(kind);
    if (!objects) return failure(objects.error());
    const auto fields = fieldsOf(kind);
    std::vector<Names> names(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Reference* reference = referenceOf(fields[i]);
        if (reference == nullptr) continue;
        auto known = namesOf(context.cache, reference->kind);
        if (!known) return failure(known.error());
        names[i] = *std::move(known);
    }
    for (const StoredObject& each : *objects) {
        std::vector<Cell> row;
        if (hasId(kind)) row.emplace_back(each.object.id);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::optional<QString>& value = each.object.values[i];
            if (fields[i].isTime && value) {
                const auto time = fromRfc3339(*value);
                row.push_back(time ? Cell(*time) : Cell(*value));
            } else {
                row.push_back(textOrEmpty(value));
            }
            if (const Reference* reference = referenceOf(fields[i])) {
                row.push_back(nameCell(*reference, value, names[i], each.lastSeenAt.isValid()));
            }
        }
        row.emplace_back(each.isListed ? QStringLiteral("yes") : QStringLiteral("no"));
        row.push_back(timeOrEmpty(each.firstSeenAt));
        table.rows.push_back(std::move(row));
    }
    return describeLists(context.cache, {kind}, table);
}

}  // namespace

std::vector<Column> objectColumns(ObjectKind kind) {
    std::vector<Column> columns;
    if (hasId(kind)) columns.push_back({QStringLiteral("id"), ColumnType::Text, {}});
    for (const ObjectField& field : fieldsOf(kind)) {
        columns.push_back({QString::fromLatin1(field.name), field.isTime ? ColumnType::Time : ColumnType::Text, {}});
        if (const Reference* reference = referenceOf(field)) {
            columns.push_back({QString::fromLatin1(reference->column), ColumnType::Text, {}});
        }
    }
    columns.push_back({QStringLiteral("listed"), ColumnType::Text, {}});
    columns.push_back({QStringLiteral("first_seen_at"), ColumnType::Time, {}});
    return columns;
}

Result<void> runOrganization(const ReportContext& context, Table& table) {
    return runObjects(ObjectKind::Organization, context, table);
}
Result<void> runWorkspaces(const ReportContext& context, Table& table) {
    return runObjects(ObjectKind::Workspace, context, table);
}
Result<void> runMembers(const ReportContext& context, Table& table) {
    return runObjects(ObjectKind::WorkspaceMember, context, table);
}
Result<void> runUsers(const ReportContext& context, Table& table) {
    return runObjects(ObjectKind::User, context, table);
}
Result<void> runInvites(const ReportContext& context, Table& table) {
    return runObjects(ObjectKind::Invite, context, table);
}
Result<void> runApiKeys(const ReportContext& context, Table& table) {
    return runObjects(ObjectKind::ApiKey, context, table);
}

Result<void> runChanges(const ReportContext& context, Table& table) {
    const auto changes = context.cache.objectChanges();
    if (!changes) return failure(changes.error());
    std::map<ObjectKind, Names> names;
    for (const ObjectKind kind :
         {ObjectKind::Workspace, ObjectKind::ApiKey, ObjectKind::User, ObjectKind::Invite, ObjectKind::Organization}) {
        auto known = namesOf(context.cache, kind);
        if (!known) return failure(known.error());
        names[kind] = *std::move(known);
    }
    const auto nameOf = [&names](ObjectKind kind, const QString& id) {
        if (kind != ObjectKind::WorkspaceMember) return names[kind].value(id);
        const QString workspace = id.section(u'/', 0, 0);
        const QString user = id.section(u'/', 1);
        return QString(names[ObjectKind::User].value(user, user) % QStringLiteral(" in ") %
                       names[ObjectKind::Workspace].value(workspace, workspace));
    };
    for (const ObjectChange& change : *changes) {
        const QString name = nameOf(change.kind, change.id);
        table.rows.push_back({change.seenAt, objectKindName(change.kind), change.id,
                              name.isEmpty() ? Cell() : Cell(name), change.field, textOrEmpty(change.old),
                              textOrEmpty(change.now)});
    }
    return describeLists(
        context.cache,
        {ObjectKind::Workspace, ObjectKind::ApiKey, ObjectKind::User, ObjectKind::Invite, ObjectKind::WorkspaceMember},
        table);
}

}  // namespace tokenledger
