// A definition's body is read strictly: what is misspelt, missing or of another form is an error that names it.
#include "app/finance/definitionjson.h"

#include <QTest>

using namespace tokenledger;

namespace {

const QStringList Known{QStringLiteral("amount"), QStringLiteral("from"), QStringLiteral("label"),
                        QStringLiteral("members")};

Result<DefinitionFields> parse(const QByteArray& body) {
    return DefinitionFields::parse(body, QStringLiteral("The budget \"Research\""), Known);
}

}  // namespace

class DefinitionJsonTest : public QObject {
    Q_OBJECT
private slots:
    void fieldsAreRead();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void equalObjectsAreEqualBytes();
};

void DefinitionJsonTest::fieldsAreRead() {
    const auto fields = parse(R"({"amount":"1250.5","from":"2026-10-01","label":"Priority Tier","members":["a","b"]})");
    QVERIFY(fields);
    QCOMPARE(fields->money(QStringLiteral("amount"))->nano(), std::int64_t{1'250'500'000'000});
    QCOMPARE((*fields->optionalDay(QStringLiteral("from")))->toIso(), QStringLiteral("2026-10-01"));
    QCOMPARE(*fields->text(QStringLiteral("label")), QStringLiteral("Priority Tier"));
    QCOMPARE(*fields->texts(QStringLiteral("members")), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    const auto empty = parse("{}");
    QVERIFY(empty);
    QVERIFY(!*empty->optionalMoney(QStringLiteral("amount")));
    QVERIFY(!*empty->optionalDay(QStringLiteral("from")));
    QVERIFY(empty->texts(QStringLiteral("members"))->isEmpty());
}

void DefinitionJsonTest::whatIsWrongIsNamed_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("named");
    QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("JSON");
    QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("JSON object");
    QTest::newRow("misspelt") << QByteArray(R"({"ammount":"1"})") << QStringLiteral("\"ammount\"");
    QTest::newRow("a number") << QByteArray(R"({"amount":1})") << QStringLiteral("\"amount\"");
    QTest::newRow("no amount") << QByteArray(R"({"amount":"1,5"})") << QStringLiteral("1,5");
    QTest::newRow("too fine") << QByteArray(R"({"amount":"0.0000000001"})") << QStringLiteral("0.0000000001");
    QTest::newRow("missing") << QByteArray("{}") << QStringLiteral("\"amount\"");
    QTest::newRow("no day") << QByteArray(R"({"amount":"1","from":"2026-02-30"})") << QStringLiteral("2026-02-30");
    QTest::newRow("empty") << QByteArray(R"({"amount":"1","label":""})") << QStringLiteral("\"label\"");
    QTest::newRow("no texts") << QByteArray(R"({"amount":"1","label":"x","members":[1]})")
                              << QStringLiteral("\"members\"");
}

void DefinitionJsonTest::whatIsWrongIsNamed() {
    QFETCH(QByteArray, body);
    QFETCH(QString, named);
    const auto read = [&]() -> Result<void> {
        const auto fields = parse(body);
        if (!fields) return failure(fields.error());
        if (const auto amount = fields->money(QStringLiteral("amount")); !amount) return failure(amount.error());
        if (const auto from = fields->optionalDay(QStringLiteral("from")); !from) return failure(from.error());
        if (const auto label = fields->text(QStringLiteral("label")); !label) return failure(label.error());
        if (const auto members = fields->texts(QStringLiteral("members")); !members) return failure(members.error());
        return {};
    }();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Usage);
    QVERIFY2(read.error().message.startsWith(QStringLiteral("The budget \"Research\"")),
             qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
}

void DefinitionJsonTest::equalObjectsAreEqualBytes() {
    QJsonObject one;
    one.insert(QStringLiteral("b"), QStringLiteral("2"));
    one.insert(QStringLiteral("a"), QStringLiteral("1"));
    QCOMPARE(canonicalJson(one), QByteArray(R"({"a":"1","b":"2"})"));
}

QTEST_GUILESS_MAIN(DefinitionJsonTest)
#include "tst_definitionjson.moc"
