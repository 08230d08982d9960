#include "storage/objectstore.h"

#include <map>

namespace tokenledger {

namespace {

using Values = std::vector<std::optional<QString>>;

const QString ListedField = QStringLiteral("listed");

std::int64_t code(ObjectKind kind) { return static_cast<std::int64_t>(kind); }

std::string utf8(const QString& text) { return text.toStdString(); }

void bindText(Statement& statement, int index, const std::optional<QString>& text) {
    if (text) {
        statement.bind(index, *text);
    } else {
        statement.bind(index, nullptr);
    }
}

std::optional<QString> optionalText(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.string(column));
}

QDateTime timeAt(const Statement& row, int column) {
    return row.integer(column) == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(row.integer(column), Qt::UTC);
}

struct Known {
    bool listed = false;
    std::int64_t firstSeenAt = 0;
    std::int64_t lastSeenAt = 0;
    QString id;
    Values values;
};

/// All objects of a kind, by their term.
std::map<TermId, Known> readKnown(SQLite::Database& db, ObjectKind kind) {
    std::map<TermId, Known> known;
    const auto fields = fieldsOf(kind);
    Statement objects(db,
                      "SELECT object.id, listed, first_seen_at, last_seen_at, text FROM object "
                      "JOIN term ON term.id = object.id WHERE kind = ?");
    for (objects.with(code(kind)); objects.step();) {
        known[static_cast<TermId>(objects.integer(0))] = {objects.integer(1) != 0, objects.integer(2),
                                                          objects.integer(3), objects.string(4), Values(fields.size())};
    }
    Statement values(db, "SELECT id, field, value FROM object_field WHERE kind = ?");
    for (values.with(code(kind)); values.step();) {
        const auto found = known.find(static_cast<TermId>(values.integer(0)));
        if (found == known.end()) continue;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (values.text(1) == fields[i].name) found->second.values[i] = values.string(2);
        }
    }
    return known;
}

class Writer {
public:
    Writer(SQLite::Database& db, ObjectKind kind, TermId within, const QDateTime& at)
        : m_db(db),
          m_kind(kind),
          m_within(within),
          m_at(at.toMSecsSinceEpoch()),
          m_put(db,
                "INSERT INTO object (kind, id, within, listed, first_seen_at, last_seen_at) VALUES (?, ?, ?, 1, ?, ?) "
                "ON CONFLICT (kind, id) DO UPDATE SET listed = 1, last_seen_at = excluded.last_seen_at"),
          m_putField(db,
                     "INSERT INTO object_field (kind, id, field, value) VALUES (?, ?, ?, ?) "
                     "ON CONFLICT (kind, id, field) DO UPDATE SET value = excluded.value"),
          m_dropField(db, "DELETE FROM object_field WHERE kind = ? AND id = ? AND field = ?"),
          m_unlist(db, "UPDATE object SET listed = 0 WHERE kind = ? AND id = ?"),
          m_change(db, "INSERT INTO object_change (seen_at, kind, object, field, old, new) VALUES (?, ?, ?, ?, ?, ?)") {
        Statement before(db, "SELECT COUNT(*) FROM object_list WHERE kind = ? AND within = ?");
        m_isFirst = before.with(code(kind), std::int64_t{within}).step() && before.integer(0) == 0;
        before.reset();
    }

    void put(TermId id, const ListedObject& object, const Known* known) {
        m_put.with(code(m_kind), std::int64_t{id}, std::int64_t{m_within}, m_at, m_at).run();
        if (known == nullptr || !known->listed) note(id, ListedField, std::nullopt, QStringLiteral("yes"));
        const auto fields = fieldsOf(m_kind);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::optional<QString> old = known != nullptr ? known->values[i] : std::nullopt;
            const std::optional<QString>& now = object.values[i];
            if (old == now) continue;
            const QString field = QLatin1String(fields[i].name);
            if (now) {
                m_putField.with(code(m_kind), std::int64_t{id}, field, *now).run();
            } else {
                m_dropField.with(code(m_kind), std::int64_t{id}, field).run();
            }
            if (known != nullptr) note(id, field, old, now);
        }
    }
    void unlist(TermId id) {
        m_unlist.with(code(m_kind), std::int64_t{id}).run();
        note(id, ListedField, QStringLiteral("yes"), std::nullopt);
    }
    void finish() {
        Statement fetched(m_db,
                          "INSERT INTO object_list (kind, within, fetched_at) VALUES (?, ?, ?) "
                          "ON CONFLICT (kind, within) DO UPDATE SET fetched_at = excluded.fetched_at");
        fetched.with(code(m_kind), std::int64_t{m_within}, m_at).run();
    }

private:
    void note(TermId id, const QString& field, const std::optional<QString>& old, const std::optional<QString>& now) {
        if (m_isFirst) return;
        m_change.with(m_at, code(m_kind), std::int64_t{id}, field);
        bindText(m_change, 5, old);
        bindText(m_change, 6, now);
        m_change.run();
    }

    SQLite::Database& m_db;
    const ObjectKind m_kind;
    const TermId m_within;
    const std::int64_t m_at;
    bool m_isFirst = false;
    Statement m_put;
    Statement m_putField;
    Statement m_dropField;
    Statement m_unlist;
    Statement m_change;
};

/// Members are asked for of open workspaces only: of one that is archived or gone, no list will ever take them out.
void unlistMembersOfClosed(SQLite::Database& db, const QDateTime& fetchedAt) {
    std::map<TermId, std::vector<TermId>> members;
    Statement left(db,
                   "SELECT within, id FROM object m WHERE kind = ? AND listed = 1 AND NOT EXISTS (SELECT 1 FROM object "
                   "w WHERE w.kind = ? AND w.id = m.within AND w.listed = 1 AND NOT EXISTS (SELECT 1 FROM object_field "
                   "f WHERE f.kind = w.kind AND f.id = w.id AND f.field = 'archived_at'))");
    for (left.with(code(ObjectKind::WorkspaceMember), code(ObjectKind::Workspace)); left.step();) {
        members[static_cast<TermId>(left.integer(0))].push_back(static_cast<TermId>(left.integer(1)));
    }
    for (const auto& [workspace, ids] : members) {
        Writer writer(db, ObjectKind::WorkspaceMember, workspace, fetchedAt);
        for (const TermId id : ids) writer.unlist(id);
    }
}

}  // namespace

void writeObjects(SQLite::Database& db, TermIndex& terms, const ObjectList& list, const QDateTime& fetchedAt) {
    const TermId within = list.within.isEmpty() ? NullTerm : terms.idOf(utf8(list.within));
    const std::map<TermId, Known> known = readKnown(db, list.kind);
    std::map<TermId, const ListedObject*> wanted;  // an id that a list names twice counts once
    for (const ListedObject& object : list.objects) wanted[terms.idOf(utf8(object.id))] = &object;
    Writer writer(db, list.kind, within, fetchedAt);
    for (const auto& [id, object] : wanted) {
        const auto found = known.find(id);
        writer.put(id, *object, found == known.end() ? nullptr : &found->second);
    }
    Statement listed(db, "SELECT id FROM object WHERE kind = ? AND within = ? AND listed = 1 ORDER BY id");
    std::vector<TermId> gone;
    for (listed.with(code(list.kind), std::int64_t{within}); listed.step();) {
        const auto id = static_cast<TermId>(listed.integer(0));
        if (!wanted.contains(id)) gone.push_back(id);
    }
    for (const TermId id : gone) writer.unlist(id);
    writer.finish();
    if (list.kind == ObjectKind::Workspace) unlistMembersOfClosed(db, fetchedAt);
}

QHash<TermId, QString> readNames(SQLite::Database& db, ObjectKind kind) {
    QHash<TermId, QString> names;
    Statement all(db, "SELECT id, value FROM object_field WHERE kind = ? AND field = 'name'");
    for (all.with(code(kind)); all.step();) names.insert(static_cast<TermId>(all.integer(0)), all.string(1));
    return names;
}

std::vector<StoredObject> readObjects(SQLite::Database& db, ObjectKind kind) {
    std::vector<StoredObject> objects;
    for (auto& [id, known] : readKnown(db, kind)) {
        const auto time = [](std::int64_t at) {
            return at == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
        };
        objects.push_back(
            {{known.id, std::move(known.values)}, known.listed, time(known.firstSeenAt), time(known.lastSeenAt)});
    }
    std::sort(objects.begin(), objects.end(), [](const StoredObject& a, const StoredObject& b) {
        return std::tie(a.object.values.front(), a.object.id) < std::tie(b.object.values.front(), b.object.id);
    });
    return objects;
}

QStringList readOpenWorkspaces(SQLite::Database& db) {
    QStringList ids;
    Statement open(db,
                   "SELECT text FROM object JOIN term ON term.id = object.id WHERE kind = ? AND listed = 1 AND NOT "
                   "EXISTS (SELECT 1 FROM object_field f WHERE f.kind = object.kind AND f.id = object.id AND "
                   "f.field = 'archived_at') ORDER BY text");
    for (open.with(code(ObjectKind::Workspace)); open.step();) ids.append(open.string(0));
    return ids;
}

QDateTime readObjectsTime(SQLite::Database& db, ObjectKind kind) {
    const bool members = kind == ObjectKind::WorkspaceMember;
    QStringList within{QString()};
    if (members) within = readOpenWorkspaces(db);
    Statement fetched(db,
                      "SELECT fetched_at FROM object_list WHERE kind = ? AND within = "
                      "COALESCE((SELECT id FROM term WHERE text = ?), 0)");
    std::optional<QDateTime> oldest;
    for (const QString& workspace : std::as_const(within)) {
        QDateTime time;  // invalid is the earliest of all
        fetched.with(code(kind), workspace);
        if (!members) fetched.bind(2, nullptr);
        while (fetched.step()) time = timeAt(fetched, 0);
        oldest = oldest ? std::min(*oldest, time) : time;
    }
    return oldest.value_or(members ? readObjectsTime(db, ObjectKind::Workspace) : QDateTime());
}

std::vector<ObjectChange> readObjectChanges(SQLite::Database& db) {
    std::vector<ObjectChange> changes;
    Statement all(db,
                  "SELECT seen_at, kind, text, field, old, new FROM object_change "
                  "JOIN term ON term.id = object_change.object ORDER BY object_change.id");
    while (all.step()) {
        changes.push_back({timeAt(all, 0), static_cast<ObjectKind>(all.integer(1)), all.string(2), all.string(3),
                           optionalText(all, 4), optionalText(all, 5)});
    }
    return changes;
}

}  // namespace tokenledger
