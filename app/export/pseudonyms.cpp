#include "app/export/pseudonyms.h"

#include "app/core/texts.h"
#include "app/finance/definitionjson.h"
#include "app/finance/kinds.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace tokenledger {

namespace {

const QString SecretName = QStringLiteral("pseudonyms");
const QString SecretField = QStringLiteral("secret");
constexpr qsizetype SecretBytes = 32;

QString folded(const QString& text) { return text.trimmed().normalized(QString::NormalizationForm_C).toCaseFolded(); }

const QRegularExpression& address() {
    static const QRegularExpression expression(QStringLiteral("[\\w.%+'\\-]+@[\\w\\-]+(?:\\.[\\w\\-]+)*"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

/// "(none)" and the like are no people.
bool isPlaceholder(const QString& text) { return text.isEmpty() || text.startsWith(u'('); }

QString textOf(const std::vector<Cell>& row, qsizetype column) {
    if (column < 0 || static_cast<std::size_t>(column) >= row.size()) return {};
    const auto* text = std::get_if<QString>(&row[static_cast<std::size_t>(column)]);
    return text != nullptr ? *text : QString();
}

qsizetype columnNamed(const Table& table, const char* name) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].name == QLatin1String(name)) return static_cast<qsizetype>(i);
    }
    return -1;
}

/// Of a kind of list the columns that hold somebody's name or address.
bool isPersonColumn(const Table& table, const QString& column) {
    if (column == QLatin1String("user") || column == QLatin1String("created_by_name")) return true;
    const bool people = table.report == QLatin1String("users") || table.report == QLatin1String("invites");
    return people && (column == QLatin1String("name") || column == QLatin1String("email"));
}

/// Columns that hold who did something, by the name of the login.
bool isAuthorColumn(const QString& column) {
    static const QSet<QString> names{QStringLiteral("who"),         QStringLiteral("closed_by"),
                                     QStringLiteral("reopened_by"), QStringLiteral("entered_by"),
                                     QStringLiteral("changed_by"),  QStringLiteral("imported_by")};
    return names.contains(column);
}

/// Nothing: the row does not say by an id whom its names mean.
QString idOfRow(const Table& table, const std::vector<Cell>& row) {
    const bool people = table.report == QLatin1String("users") || table.report == QLatin1String("invites");
    for (const char* column : {people ? "id" : "user_id", "created_by"}) {
        const QString id = textOf(row, columnNamed(table, column));
        if (!id.isEmpty()) return id;
    }
    return {};
}

/// The order of real names would tell something about them.
void sortByPseudonym(Table& table) {
    const qsizetype user = columnNamed(table, "user");
    if (user < 1 || table.columns.front().name != QLatin1String("period")) return;
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [user](const std::vector<Cell>& a, const std::vector<Cell>& b) {
                         for (qsizetype i = 0; i <= user; ++i) {
                             const int order = textOf(a, i).compare(textOf(b, i));
                             if (order != 0) return order < 0;
                         }
                         return false;
                     });
}

}  // namespace

Pseudonyms::Pseudonyms(QByteArray secret, const std::vector<ListedPerson>& people, const QStringList& keyNames)
    : m_secret(std::move(secret)), m_keyNames(keyNames.begin(), keyNames.end()) {
    QStringList alternatives;
    for (const ListedPerson& person : people) {
        const QString name = folded(person.name);
        const QString identity =
            person.email.isEmpty() ? QString(QStringLiteral("id:") + person.id) : folded(person.email);
        if (!person.id.isEmpty()) m_identityOfId.insert(person.id, identity);
        if (!person.email.isEmpty()) m_addresses.insert(folded(person.email));
        if (name.isEmpty()) continue;
        const bool isOther = m_identityOfName.contains(name) && m_identityOfName.value(name) != identity;
        m_identityOfName.insert(name, isOther ? QString(QStringLiteral("name:") + name) : identity);
        if (person.name.trimmed().contains(u' ')) alternatives << QRegularExpression::escape(person.name.trimmed());
    }
    if (alternatives.isEmpty()) return;
    // The longest first: "Anna Maria Berg" is not "Anna Maria".
    std::sort(alternatives.begin(), alternatives.end(),
              [](const QString& a, const QString& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    m_names =
        QRegularExpression(QStringLiteral("(?<!\\w)(?:") + alternatives.join(u'|') + QStringLiteral(")(?!\\w)"),
                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

QString Pseudonyms::made(const QString& identity) const {
    constexpr int Digits = 8;
    const QByteArray code =
        QMessageAuthenticationCode::hash(identity.toUtf8(), m_secret, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("Person ") + QString::fromLatin1(code.left(Digits));
}

std::optional<QString> Pseudonyms::identityOf(const QString& nameOrEmail) const {
    const QString text = folded(nameOrEmail);
    if (m_identityOfName.contains(text)) return m_identityOfName.value(text);
    if (m_addresses.contains(text) || text.contains(u'@')) return text;
    return std::nullopt;
}

QString Pseudonyms::of(const QString& person) const {
    if (isPlaceholder(person)) return person;
    return made(identityOf(person).value_or(QString(QStringLiteral("name:") + folded(person))));
}

QString Pseudonyms::ofActor(const QString& actor) const {
    return !identityOf(actor) && m_keyNames.contains(actor) ? actor : of(actor);
}

QString Pseudonyms::inText(const QString& text) const {
    const auto known = m_known.constFind(text);
    if (known != m_known.constEnd()) return *known;
    QString result = text;
    for (const QRegularExpression* expression : {&address(), &m_names}) {
        if (expression->pattern().isEmpty()) continue;
        QString next;
        qsizetype done = 0;
        auto matches = expression->globalMatch(result);
        while (matches.hasNext()) {
            const auto match = matches.next();
            next += result.mid(done, match.capturedStart() - done) + of(match.captured());
            done = match.capturedEnd();
        }
        result = next + result.mid(done);
    }
    m_known.insert(text, result);
    return result;
}

void Pseudonyms::applyToChange(const std::vector<Cell>& before, std::vector<Cell>& row) const {
    enum : qsizetype { Kind = 1, Id, Name, Field, Before, After };  // the columns of the report "changes"
    const QString kind = textOf(before, Kind);
    const QString id = textOf(before, Id);
    const bool isUser = kind == objectKindName(ObjectKind::User) || kind == objectKindName(ObjectKind::Invite);
    const bool isMember = kind == objectKindName(ObjectKind::WorkspaceMember);
    const QString user = isMember ? id.section(u'/', 1) : id;
    const auto replace = [&](qsizetype column, const QString& rest) {
        const QString text = textOf(before, column);
        if (text.isEmpty()) return;
        const QString identity = m_identityOfId.value(user);
        row[static_cast<std::size_t>(column)] = (identity.isEmpty() ? of(text) : made(identity)) + rest;
    };
    if (isMember) {
        const QString name = textOf(before, Name);
        const qsizetype in = name.lastIndexOf(QStringLiteral(" in "));
        replace(Name, in < 0 ? QString() : name.mid(in));
    }
    if (!isUser) return;
    replace(Name, {});
    const QString field = textOf(before, Field);
    if (field == QLatin1String("name") || field == QLatin1String("email")) {
        replace(Before, {});
        replace(After, {});
    }
}

void Pseudonyms::applyToRow(const Table& table, std::vector<Cell>& row) const {
    const std::vector<Cell> before = row;
    const QString identity = m_identityOfId.value(idOfRow(table, before));
    for (std::size_t i = 0; i < std::min(row.size(), table.columns.size()); ++i) {
        auto* text = std::get_if<QString>(&row[i]);
        if (text == nullptr) continue;
        if (isAuthorColumn(table.columns[i].name)) {
            *text = of(*text);
        } else if (!isPersonColumn(table, table.columns[i].name)) {
            *text = inText(*text);
        } else if (!identity.isEmpty() && !isPlaceholder(*text)) {
            *text = made(identity);
        } else {
            *text = ofActor(*text);
        }
    }
    if (table.report == QLatin1String("changes")) applyToChange(before, row);
}

Table Pseudonyms::applied(Table table) const {
    for (std::vector<Cell>& row : table.rows) applyToRow(table, row);
    sortByPseudonym(table);
    for (QString& note : table.notes) note = inText(note);
    for (AppliedFilter& filter : table.filters) {
        for (QString& value : filter.values) {
            value = filter.dimension == Dimension::User ? ofActor(value) : inText(value);
        }
    }
    table.notes << tokenledger::tr("People's names and e-mail addresses are replaced by pseudonyms.");
    return table;
}

ManagementReport Pseudonyms::applied(ManagementReport report) const {
    for (Table* table : {&report.figures, &report.byModel, &report.byWorkspace, &report.byKey}) {
        *table = applied(std::move(*table));
    }
    for (auto& change : report.overview.changes) change.workspace = inText(change.workspace);
    return report;
}

Result<std::optional<Pseudonyms>> readPseudonyms(const CacheReader& cache) {
    const auto kept = cache.definitionHistory(definitionkind::PseudonymSecret, SecretName);
    if (!kept) return failure(kept.error());
    if (kept->empty()) return std::optional<Pseudonyms>();
    // The first one for ever, even if two programs made one at the same time.
    const auto fields =
        DefinitionFields::parse(kept->front().body, tokenledger::tr("The secret of the pseudonyms"), {SecretField});
    if (!fields) return failure(fields.error());
    const auto secret = fields->text(SecretField);
    if (!secret) return failure(secret.error());
    std::vector<ListedPerson> people;
    for (const ObjectKind kind : {ObjectKind::User, ObjectKind::Invite}) {
        const auto objects = cache.objects(kind);
        if (!objects) return failure(objects.error());
        for (const StoredObject& each : *objects) {
            const auto& values = each.object.values;
            const bool isUser = kind == ObjectKind::User;
            people.push_back({each.object.id, isUser ? values[0].value_or(QString()) : QString(),
                              values[isUser ? 1 : 0].value_or(QString())});
        }
    }
    QStringList keyNames;
    const auto keys = cache.objects(ObjectKind::ApiKey);
    if (!keys) return failure(keys.error());
    for (const StoredObject& each : *keys) keyNames << each.object.values.front().value_or(QString());
    return std::optional(Pseudonyms(QByteArray::fromHex(secret->toLatin1()), people, keyNames));
}

DefinitionChange newPseudonymSecret() {
    QByteArray secret(SecretBytes, '\0');
    for (char& byte : secret) byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return {definitionkind::PseudonymSecret, SecretName,
            canonicalJson({{SecretField, QString::fromLatin1(secret.toHex())}})};
}

}  // namespace tokenledger
