// Measures that add up or say that they cannot, names that read back, and the page dictionary.
#include "app/core/dimension.h"
#include "app/core/measures.h"
#include "app/core/plaintext.h"
#include "app/core/records.h"
#include "app/core/termpool.h"

#include <QTest>

#include <limits>

using namespace tokenledger;

namespace {
constexpr std::int64_t Max = std::numeric_limits<std::int64_t>::max();
}

class TestVocabulary : public QObject {
    Q_OBJECT
private slots:
    void addsUsage();
    void addsClaudeCode();
    void namesReadBack();
    void setsOfDimensions();
    void internsTexts();
    void keepsViewsWhileGrowing();
    void makesTextPlain();
};

void TestVocabulary::addsUsage() {
    UsageMeasures sum{1, 2, 3, 4, 5, 6};
    QVERIFY(sum.add({10, 20, 30, 40, 50, 60}));
    QCOMPARE(sum, (UsageMeasures{11, 22, 33, 44, 55, 66}));
    QCOMPARE(*sum.totalInput(), std::int64_t{11 + 22 + 33 + 44});
    QCOMPARE(*sum.totalTokens(), std::int64_t{11 + 22 + 33 + 44 + 55});  // searches are not tokens

    UsageMeasures huge{Max, 0, 0, 0, 0, 0};
    QCOMPARE(*huge.totalInput(), Max);
    QVERIFY(!huge.add({1, 0, 0, 0, 0, 0}));
    const UsageMeasures tooMuch{Max, 1, 0, 0, 0, 0};
    QCOMPARE(tooMuch.totalInput().error().kind, ErrorKind::Usage);
}

void TestVocabulary::addsClaudeCode() {
    ClaudeCodeMeasures day{1, 2, 3, 4, 5, 6, 7, Money::fromNano(8)};
    QVERIFY(day.add(day));
    QCOMPARE(day, (ClaudeCodeMeasures{2, 4, 6, 8, 10, 12, 14, Money::fromNano(16)}));
    ClaudeCodeModelMeasures model{1, 2, 3, 4, Money::fromNano(Max)};
    QVERIFY(!model.add({0, 0, 0, 0, Money::fromNano(1)}));
}

void TestVocabulary::namesReadBack() {
    for (int i = 0; i < DimensionCount; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        QVERIFY(!dimensionName(dimension).isEmpty());
        QCOMPARE(dimensionFromName(dimensionName(dimension)), std::optional(dimension));
    }
    QVERIFY(!dimensionFromName(u"colour"));
    for (const Dataset dataset : AllDatasets) QCOMPARE(datasetFromName(datasetName(dataset)), std::optional(dataset));
    for (const BucketWidth width : {BucketWidth::Minute, BucketWidth::Hour, BucketWidth::Day}) {
        QCOMPARE(bucketWidthFromName(bucketWidthName(width)), std::optional(width));
    }
    QCOMPARE(bucketSeconds(BucketWidth::Hour), std::int64_t{3600});
}

void TestVocabulary::setsOfDimensions() {
    DimensionSet set{Dimension::Model, Dimension::Dataset};
    QVERIFY(set.contains(Dimension::Model) && set.contains(Dimension::Dataset) && !set.contains(Dimension::Workspace));
    set.insert(Dimension::Workspace);
    QVERIFY(set == (DimensionSet{Dimension::Workspace, Dimension::Model, Dimension::Dataset}));
    QCOMPARE(DimensionSet::fromBits(set.bits()), set);
}

void TestVocabulary::internsTexts() {
    TermPool pool;
    const PoolTerm a = pool.intern("a");
    const PoolTerm empty = pool.intern("");
    QVERIFY(a != PoolNull && empty != PoolNull && a != empty);  // an empty text is a text, not null
    QCOMPARE(pool.intern("a"), a);
    QCOMPARE(pool.text(a), std::string("a"));
    QCOMPARE(pool.size(), PoolTerm{3});
}

void TestVocabulary::keepsViewsWhileGrowing() {
    TermPool pool;
    std::vector<PoolTerm> terms;
    for (int i = 0; i < 5000; ++i) terms.push_back(pool.intern("model-" + std::to_string(i)));
    const TermPool moved(std::move(pool));
    for (int i = 0; i < 5000; ++i)
        QCOMPARE(moved.text(terms[static_cast<std::size_t>(i)]), "model-" + std::to_string(i));
}

void TestVocabulary::makesTextPlain() {
    QCOMPARE(plainText(QStringLiteral("Caf\u00e9 \"R&D\"")), QStringLiteral("Caf\u00e9 \"R&D\""));
    const QString nasty = QStringLiteral("two\r\nlines \u001b[31mred\u009b1m\u202eflip\u2028end\u0007");
    QCOMPARE(plainText(nasty), QStringLiteral("two lines [31mred 1m flip end"));
    QCOMPARE(plainText(QString(5000, u'x')).size(), 301);  // with the ellipsis
}

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
