#include "storage/ledgerstore.h"

#include "app/core/texts.h"
#include "storage/verifyfacts.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <map>
#include <tuple>

namespace tokenledger {

namespace {

const QString CloseAction = QStringLiteral("close");
const QString ReopenAction = QStringLiteral("reopen");
const QString DefinitionAction = QStringLiteral("definition");

std::int64_t milliseconds(const QDateTime& time) { return time.toMSecsSinceEpoch(); }
QDateTime timeOf(std::int64_t milliseconds) { return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC); }

/// Fields one after the other, so that none can run over into the next.
QString hashOf(const QJsonArray& fields) {
    const QByteArray bytes = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray bytesOf(std::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }
std::string_view viewOf(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

QString monthName(UtcDay month) { return periodLabel(month.startSeconds(), Interval::Month); }

std::optional<MonthClose> newestClose(SQLite::Database& db, UtcDay month) {
    std::optional<MonthClose> newest;
    for (MonthClose& close : readCloses(db)) {
        if (close.month == month) newest = std::move(close);
    }
    return newest;
}

// What the audit log says of each; verifyLedger() holds it against what is stored.
QString closeDetail(const MonthClose& close) { return QStringLiteral("closed as version %1").arg(close.version); }

QString definitionDetail(const QByteArray& body, std::int64_t version) {
    return body.isEmpty() ? QStringLiteral("removed") : QStringLiteral("version %1 stored").arg(version);
}

/// Empty of one that was removed.
QString bodyHash(const QByteArray& body) {
    return body.isEmpty() ? QString()
                          : QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
}

/// The columns kind, name, version, at, author, body.
Definition definitionFrom(const Statement& row) {
    return {row.string(0),
            row.string(1),
            static_cast<int>(row.integer(2)),
            {timeOf(row.integer(3)), row.string(4)},
            bytesOf(row.text(5))};
}

}  // namespace

QString auditChain(const QString& before, const AuditEntry& entry) {
    return hashOf({before, QString::number(milliseconds(entry.author.at)), entry.author.by, entry.action, entry.subject,
                   entry.detail, entry.sha256});
}

void appendAuditEntry(SQLite::Database& db, const AuditEntry& entry) {
    QString before;
    {
        Statement last(db, "SELECT chain FROM audit_log ORDER BY id DESC LIMIT 1");
        if (last.step()) before = last.string(0);
    }
    Statement add(db,
                  "INSERT INTO audit_log (at, author, action, subject, detail, sha256, chain) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?)");
    add.with(milliseconds(entry.author.at), entry.author.by, entry.action, entry.subject, entry.detail, entry.sha256,
             auditChain(before, entry))
        .run();
}

std::vector<AuditEntry> readAuditLog(SQLite::Database& db) {
    std::vector<AuditEntry> log;
    Statement rows(db, "SELECT id, at, author, action, subject, detail, sha256, chain FROM audit_log ORDER BY id");
    while (rows.step()) {
        log.push_back({rows.integer(0),
                       {timeOf(rows.integer(1)), rows.string(2)},
                       rows.string(3),
                       rows.string(4),
                       rows.string(5),
                       rows.string(6),
                       rows.string(7)});
    }
    return log;
}

void writeDefinitions(SQLite::Database& db, const std::vector<DefinitionChange>& changes, const Author& author) {
    Statement newest(db,
                     "SELECT version, body FROM definition WHERE kind = ? AND name = ? ORDER BY version DESC LIMIT 1");
    Statement add(db, "INSERT INTO definition (kind, name, version, at, author, body) VALUES (?, ?, ?, ?, ?, ?)");
    for (const DefinitionChange& change : changes) {
        std::int64_t version = 0;
        QByteArray before;
        if (newest.with(change.kind, change.name).step()) {
            version = newest.integer(0);
            before = bytesOf(newest.text(1));
        }
        newest.reset();
        if (before == change.body) continue;
        add.with(change.kind, change.name, version + 1, milliseconds(author.at), author.by, viewOf(change.body)).run();
        AuditEntry entry;
        entry.author = author;
        entry.action = DefinitionAction;
        entry.subject = change.kind + QStringLiteral(" ") + change.name;
        entry.detail = definitionDetail(change.body, version + 1);
        entry.sha256 = bodyHash(change.body);
        appendAuditEntry(db, entry);
    }
}

std::vector<Definition> readDefinitions(SQLite::Database& db, const QString& kind) {
    std::vector<Definition> definitions;
    Statement rows(db,
                   "SELECT d.kind, d.name, d.version, d.at, d.author, d.body FROM definition d "
                   "WHERE d.kind = ? AND d.body <> '' AND d.version = (SELECT MAX(n.version) FROM definition n "
                   "WHERE n.kind = d.kind AND n.name = d.name) ORDER BY d.name");
    for (rows.with(kind); rows.step();) definitions.push_back(definitionFrom(rows));
    return definitions;
}

std::vector<Definition> readDefinitionHistory(SQLite::Database& db, const QString& kind, const QString& name) {
    std::vector<Definition> versions;
    Statement rows(db,
                   "SELECT kind, name, version, at, author, body FROM definition WHERE kind = ? AND name = ? "
                   "ORDER BY version");
    for (rows.with(kind, name); rows.step();) versions.push_back(definitionFrom(rows));
    return versions;
}

QString closeHash(const MonthClose& close) {
    return hashOf({close.month.toIso(), close.version, QString::number(milliseconds(close.author.at)), close.author.by,
                   QString::fromUtf8(close.body)});
}

Result<MonthClose> writeClose(SQLite::Database& db, UtcDay month, const QByteArray& body, const Author& author) {
    const std::optional<MonthClose> before = newestClose(db, month);
    if (before && before->isClosed()) {
        return failure(ErrorKind::Usage, tr("%1 is closed already, since %2 by %3. Reopen it first, with a reason.")
                                             .arg(monthName(month), toRfc3339(before->author.at), before->author.by));
    }
    MonthClose close{month, before ? before->version + 1 : 1, author, body, {}, {}};
    close.sha256 = closeHash(close);
    Statement add(db, "INSERT INTO month_close (month, version, at, author, body, sha256) VALUES (?, ?, ?, ?, ?, ?)");
    add.with(std::int64_t{month.number()}, std::int64_t{close.version}, milliseconds(author.at), author.by,
             viewOf(body), close.sha256)
        .run();
    AuditEntry entry;
    entry.author = author;
    entry.action = CloseAction;
    entry.subject = monthName(month);
    entry.detail = closeDetail(close);
    entry.sha256 = close.sha256;
    appendAuditEntry(db, entry);
    return close;
}

Result<void> writeReopening(SQLite::Database& db, UtcDay month, const QString& reason, const Author& author) {
    if (reason.trimmed().isEmpty()) {
        return failure(ErrorKind::Usage, tr("A closed month is reopened for a reason only; give one."));
    }
    const std::optional<MonthClose> close = newestClose(db, month);
    if (!close || !close->isClosed()) {
        return failure(ErrorKind::Usage, tr("%1 is not closed.").arg(monthName(month)));
    }
    Statement add(db, "INSERT INTO month_reopening (month, version, at, author, reason) VALUES (?, ?, ?, ?, ?)");
    add.with(std::int64_t{month.number()}, std::int64_t{close->version}, milliseconds(author.at), author.by, reason)
        .run();
    AuditEntry entry;
    entry.author = author;
    entry.action = ReopenAction;
    entry.subject = monthName(month);
    entry.detail = reason;
    entry.sha256 = close->sha256;
    appendAuditEntry(db, entry);
    return {};
}

std::vector<MonthClose> readCloses(SQLite::Database& db) {
    std::vector<MonthClose> closes;
    Statement rows(db,
                   "SELECT c.month, c.version, c.at, c.author, c.body, c.sha256, r.at, r.author, r.reason "
                   "FROM month_close c LEFT JOIN month_reopening r ON r.month = c.month AND r.version = c.version "
                   "ORDER BY c.month, c.version");
    while (rows.step()) {
        MonthClose close;
        close.month = UtcDay::fromNumber(static_cast<std::int32_t>(rows.integer(0)));
        close.version = static_cast<int>(rows.integer(1));
        close.author = {timeOf(rows.integer(2)), rows.string(3)};
        close.body = bytesOf(rows.text(4));
        close.sha256 = rows.string(5);
        if (!rows.isNull(6)) close.reopening = Reopening{{timeOf(rows.integer(6)), rows.string(7)}, rows.string(8)};
        close.isSound = close.sha256 == closeHash(close);
        closes.push_back(std::move(close));
    }
    return closes;
}

namespace {

/// What is stored and logged alike: action, subject and detail, with the SHA-256s of all that are called so.
using Recorded = std::map<std::tuple<QString, QString, QString>, QStringList>;

Recorded recordedRows(SQLite::Database& db) {
    Recorded rows;
    for (const MonthClose& close : readCloses(db)) {
        const QString month = monthName(close.month);
        rows[{CloseAction, month, closeDetail(close)}] << close.sha256;
        if (close.reopening) rows[{ReopenAction, month, close.reopening->reason}] << close.sha256;
    }
    Statement stored(db, "SELECT kind, name, version, at, author, body FROM definition ORDER BY kind, name, version");
    while (stored.step()) {
        const Definition one = definitionFrom(stored);
        const QString subject = one.kind + u' ' + one.name;
        rows[{DefinitionAction, subject, definitionDetail(one.body, one.version)}] << bodyHash(one.body);
    }
    return rows;
}

QString recordName(const Recorded::key_type& what) {
    const auto& [action, subject, detail] = what;
    return QStringLiteral("%1 %2: %3").arg(action, subject, detail);
}

void verifyRecords(SQLite::Database& db, Findings& findings) {
    Recorded rows = recordedRows(db);
    for (const AuditEntry& entry : readAuditLog(db)) {
        if (entry.action != CloseAction && entry.action != ReopenAction && entry.action != DefinitionAction) continue;
        const Recorded::key_type what{entry.action, entry.subject, entry.detail};
        const auto found = rows.find(what);
        if (found == rows.end() || found->second.isEmpty()) {
            findings.add("records", tr("Line %1 of the audit log says \"%2\", but the cache does not have it.")
                                        .arg(entry.id)
                                        .arg(recordName(what)));
        } else if (!found->second.removeOne(entry.sha256)) {
            found->second.removeFirst();
            findings.add("records", tr("\"%1\" is not as line %2 of the audit log says: its SHA-256 differs.")
                                        .arg(recordName(what))
                                        .arg(entry.id));
        }
    }
    for (const auto& [what, hashes] : rows) {
        for (qsizetype i = 0; i < hashes.size(); ++i)
            findings.add("records", tr("The audit log has no line for \"%1\".").arg(recordName(what)));
    }
}

}  // namespace

void verifyLedger(SQLite::Database& db, Findings& findings) {
    for (const MonthClose& close : readCloses(db)) {
        if (close.isSound) continue;
        findings.add("closes", tr("Version %1 of the closed month %2 is not as it was closed: its SHA-256 differs.")
                                   .arg(close.version)
                                   .arg(monthName(close.month)));
    }
    QString before;
    for (const AuditEntry& entry : readAuditLog(db)) {
        if (entry.chain != auditChain(before, entry)) {
            findings.add("audit log",
                         tr("Line %1 of the audit log, or one before it, is not as it was written.").arg(entry.id));
            break;  // every later one differs with it
        }
        before = entry.chain;
    }
    verifyRecords(db, findings);
    Statement unknown(db, "SELECT COUNT(*) FROM tracking_day WHERE model <> 0 AND model NOT IN (SELECT id FROM term)");
    if (unknown.step() && unknown.integer(0) > 0) {
        findings.add("internal tracking",
                     tr("%1 rows of an internal tracking name a model that does not exist.").arg(unknown.integer(0)));
    }
}

}  // namespace tokenledger
