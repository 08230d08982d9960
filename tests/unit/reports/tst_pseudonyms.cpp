// Pseudonyms: who becomes what, and what stays. The codes were computed with openssl dgst -sha256 -hmac.
#include "app/export/pseudonyms.h"

#include <QTest>

using namespace tokenledger;

namespace {

const QByteArray Secret = "secret-of-the-test";
const QString Anna = QStringLiteral("Person 84f4ea22");  // of anna@example.com

Pseudonyms pseudonyms() {
    return Pseudonyms(
        Secret,
        {{QStringLiteral("user_1"), QStringLiteral("Anna Maria Berg"), QStringLiteral("Anna@example.com")},
         {QStringLiteral("user_2"), QStringLiteral("Max"), QStringLiteral("max@example.com")},
         {QStringLiteral("user_3"), QStringLiteral("Kim Lee"), QStringLiteral("kim1@example.com")},
         {QStringLiteral("user_4"), QStringLiteral("Kim Lee"), QStringLiteral("kim2@example.com")},
         {QStringLiteral("invite_1"), {}, QStringLiteral("new@example.com")}},
        {QStringLiteral("ci-bot"), QStringLiteral("max")});
}

Column text(const char* name) { return {QString::fromLatin1(name), ColumnType::Text, {}}; }

QString at(const Table& table, std::size_t row, std::size_t column) {
    const auto* found = std::get_if<QString>(&table.rows[row][column]);
    return found != nullptr ? *found : QStringLiteral("(empty)");
}

}  // namespace

class TestPseudonyms : public QObject {
    Q_OBJECT

private slots:
    void nameAndAddressAreOnePerson() {
        const Pseudonyms names = pseudonyms();
        for (const char* each :
             {"anna@example.com", "Anna@Example.COM", " anna@example.com ", "Anna Maria Berg", "anna maria berg"}) {
            QCOMPARE(names.of(QString::fromLatin1(each)), Anna);
        }
        // Nobody's address says who is meant by a name that two people have.
        const QString kim = names.of(QStringLiteral("Kim Lee"));
        QVERIFY(kim != names.of(QStringLiteral("kim1@example.com")) &&
                kim != names.of(QStringLiteral("kim2@example.com")));
        // Without the secret there is no way from an address to its pseudonym.
        const Pseudonyms others("another secret", {}, {});
        QVERIFY(others.of(QStringLiteral("anna@example.com")) != Anna);
    }

    void unlistedPeople() {
        QCOMPARE(pseudonyms().of(QStringLiteral("max")), pseudonyms().of(QStringLiteral("max@example.com")));
        QCOMPARE(Pseudonyms(Secret, {}, {}).of(QStringLiteral("Max")), QStringLiteral("Person cf27e813"));
        QCOMPARE(Pseudonyms(Secret, {}, {}).of(QStringLiteral("anna@example.com")), Anna);
        QCOMPARE(pseudonyms().of(QString()), QString());
        QCOMPARE(pseudonyms().of(QStringLiteral("(none)")), QStringLiteral("(none)"));
    }

    void claudeCodeTable() {
        Table table;
        table.report = QStringLiteral("claude-code");
        table.columns = {text("period"), text("user"), {QStringLiteral("sessions"), ColumnType::Integer, {}}};
        const QString total = QStringLiteral("total");
        table.rows = {{total, QStringLiteral("anna@example.com"), std::int64_t{1}},
                      {total, QStringLiteral("ci-bot"), std::int64_t{2}},
                      {total, QStringLiteral("zoe@example.com"), std::int64_t{3}}};
        table.notes = {QStringLiteral("This cache knows no user \"anna@example.com\".")};
        table.filters = {{Dimension::User, {QStringLiteral("anna@example.com")}}};
        const Table shown = pseudonyms().applied(table);
        // By pseudonym: the order of addresses would tell something.
        QStringList users;
        for (std::size_t i = 0; i < 3; ++i) users << at(shown, i, 1);
        QVERIFY(std::is_sorted(users.begin(), users.end()));
        QVERIFY(users.contains(Anna) && users.contains(QStringLiteral("ci-bot")));
        std::int64_t sessions = 0;
        for (const auto& row : shown.rows) sessions += std::get<std::int64_t>(row[2]);
        QCOMPARE(sessions, 6);
        QCOMPARE(shown.notes.front(),
                 QString(QStringLiteral("This cache knows no user \"") % Anna % QStringLiteral("\".")));
        QCOMPARE(shown.filters.front().values, QStringList{Anna});
        QVERIFY(shown.notes.back().contains(QStringLiteral("pseudonyms")));
    }

    void listsTellPeopleOfOneNameApart() {
        Table table;
        table.report = QStringLiteral("members");
        table.columns = {text("workspace"), text("user_id"), text("user")};
        table.rows = {{QStringLiteral("Lab"), QStringLiteral("user_3"), QStringLiteral("Kim Lee")},
                      {QStringLiteral("Lab"), QStringLiteral("user_4"), QStringLiteral("Kim Lee")}};
        const Table shown = pseudonyms().applied(table);
        QCOMPARE(at(shown, 0, 2), pseudonyms().of(QStringLiteral("kim1@example.com")));
        QCOMPARE(at(shown, 1, 2), pseudonyms().of(QStringLiteral("kim2@example.com")));
        QCOMPARE(at(shown, 0, 0), QStringLiteral("Lab"));
    }

    void whoDidSomethingIsAPerson() {
        for (const char* column : {"who", "closed_by", "reopened_by", "entered_by", "changed_by", "imported_by"}) {
            Table table;
            table.report = QStringLiteral("audit-log");
            table.columns = {text("subject"), text(column)};
            // A login stays nobody's name, even where an API key is called the same; nobody stays nobody.
            table.rows = {{QStringLiteral("Lab"), QStringLiteral("Max")}, {QStringLiteral("Lab"), Cell()}};
            const Table shown = pseudonyms().applied(table);
            QCOMPARE(at(shown, 0, 0), QStringLiteral("Lab"));
            QCOMPARE(at(shown, 0, 1), pseudonyms().of(QStringLiteral("max@example.com")));
            QCOMPARE(at(shown, 1, 1), QStringLiteral("(empty)"));
        }
    }

    void objectChanges() {
        Table table;
        table.report = QStringLiteral("changes");
        table.columns = {text("seen_at"), text("kind"),   text("id"),   text("name"),
                         text("field"),   text("before"), text("after")};
        const auto row = [](const char* kind, const char* id, const char* name, const char* field, const char* before,
                            const char* after) {
            std::vector<Cell> cells{Cell()};
            for (const char* each : {kind, id, name, field, before, after}) cells.push_back(QString::fromLatin1(each));
            return cells;
        };
        table.rows = {row("user", "user_1", "Anna Maria Berg", "name", "Anna Maria Roth", "Anna Maria Berg"),
                      row("user", "user_1", "Anna Maria Berg", "role", "developer", "admin"),
                      row("member", "wrkspc_1/user_1", "Anna Maria Berg in Lab", "listed", "no", "yes"),
                      row("invite", "invite_1", "new@example.com", "status", "pending", "accepted"),
                      row("api key", "key_1", "Anna Maria Berg laptop", "name", "by anna@example.com", "ci-bot")};
        const Table shown = pseudonyms().applied(table);
        QCOMPARE(at(shown, 0, 3), Anna);
        QCOMPARE(at(shown, 0, 5), Anna);
        QCOMPARE(at(shown, 0, 6), Anna);
        QCOMPARE(at(shown, 1, 6), QStringLiteral("admin"));
        QCOMPARE(at(shown, 2, 3), QString(Anna + QStringLiteral(" in Lab")));
        QCOMPARE(at(shown, 3, 3), pseudonyms().of(QStringLiteral("new@example.com")));
        QCOMPARE(at(shown, 4, 3), QString(Anna + QStringLiteral(" laptop")));
        QCOMPARE(at(shown, 4, 5), QString(QStringLiteral("by ") + Anna));
        QCOMPARE(at(shown, 4, 6), QStringLiteral("ci-bot"));
    }

    void freeText() {
        const Pseudonyms names = pseudonyms();
        QCOMPARE(
            names.inText(QStringLiteral("<ANNA MARIA BERG>, anna@example.com; Annamaria Berger")),
            QString(QStringLiteral("<") % Anna % QStringLiteral(">, ") % Anna % QStringLiteral("; Annamaria Berger")));
        // One word may be any word.
        QCOMPARE(names.inText(QStringLiteral("Claude Max 5x")), QStringLiteral("Claude Max 5x"));
        QCOMPARE(names.inText(QString::fromUtf8("jörg.müller+x@büro.example")).left(7), QStringLiteral("Person "));
        QCOMPARE(names.inText(QStringLiteral("a @ b")), QStringLiteral("a @ b"));
    }
};

QTEST_GUILESS_MAIN(TestPseudonyms)
#include "tst_pseudonyms.moc"
