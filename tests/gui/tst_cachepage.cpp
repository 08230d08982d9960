// The Cache efficiency page in the real window: what it shows, what it follows, and how it is used.
#include "charts/format.h"
#include "tests/gui/cachewindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/textline.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const UtcDay Clicked = isoDay("2026-11-10");
const QString NetSaving = QStringLiteral("Net saving");

}  // namespace

class TestCachePage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_cache.open(); }
    void cleanupTestCase() { m_cache.window.reset(); }

    void showsWhatCachingSaved();
    void marksWhatLosesMoney();
    void unpricedIsSaidAndNoZero();
    void chartTellsGapsAndPriceChanges();
    void aBarFiltersTheTable();
    void groupsByOthers_data();
    void groupsByOthers();
    void followsTheFilterBar();
    void answersWhyThisNumber();
    void whyByKeyboard();
    void sumsASelection();
    void losingRowsAlone();
    void exportsItsFigures();
    void changesTheTheme();
    void everyControlHasANameAndARole();
    void nothingIsCut_data();
    void nothingIsCut();
    void remembersItsGroups();
    void saysThatThePriceListIsNotUsed();

private:
    [[nodiscard]] Reckoned reckoned(const DateRange& range) const {
        Reckoned sum;
        for (const UsageEntry& entry : m_cache.entries) {
            if (range.contains(entry.day)) sum += entry;
        }
        return sum;
    }
    [[nodiscard]] QString status() { return find<TextLine>(*m_cache.window, "statusSelection").accessibleName(); }
    [[nodiscard]] QString sentence() { return m_cache.on<TextLine>("cacheSentence").accessibleName(); }
    [[nodiscard]] int losingRow() {
        const int column = m_cache.columnOf(QStringLiteral("Price source"));
        return static_cast<int>(m_cache.texts(column).indexOf(QStringLiteral("loses money")));
    }
    CacheWindow m_cache;
};

void TestCachePage::showsWhatCachingSaved() {
    const Reckoned sum = reckoned(Period);
    const Money net = Money::fromNano(sum.readSaving - sum.premium);
    QCOMPARE(sentence(), QStringLiteral("Caching saved %1 net in 47 of 49 days. In 1 of 8 groups it costs more than it "
                                        "saves. %2 has no price and is left out.")
                             .arg(formatMoney(net), QString::fromLatin1(Nova)));
    QCOMPARE(m_cache.cellOf(NetSaving).number, std::optional(net.nano()));
    QCOMPARE(m_cache.cellOf(QStringLiteral("Read")).number, std::optional(sum.tokens.cacheRead));
    QCOMPARE(m_cache.cellOf(QStringLiteral("Premium")).number, std::optional(-sum.premium));
    QVERIFY(m_cache.cellOf(QStringLiteral("Premium")).text.startsWith(u'\u2212'));
    QCOMPARE(m_cache.window->controller().overview()->netSaving, net);
    QCOMPARE(m_cache.texts(0).size(), 9);  // eight pairs of workspace and model, and the total
}

void TestCachePage::marksWhatLosesMoney() {
    const int row = losingRow();
    QVERIFY(row >= 0);
    QVERIFY(m_cache.table().model()->index(row, 0).data(DisplayTableModel::BadRowRole).toBool());
    QCOMPARE(m_cache.cellOf(QStringLiteral("Workspace"), row).text, QStringLiteral("wrkspc_d"));
    QCOMPARE(m_cache.cellOf(QStringLiteral("Break-even"), row).text, QStringLiteral("1.05"));
    QCOMPARE(m_cache.cellOf(QStringLiteral("Reads/write"), row).text, QStringLiteral("0.11"));
    QVERIFY(*m_cache.cellOf(NetSaving, row).number < 0);
    QCOMPARE(m_cache.texts(m_cache.columnOf(QStringLiteral("Price source"))).count(QStringLiteral("loses money")), 1);
}

void TestCachePage::unpricedIsSaidAndNoZero() {
    const int source = m_cache.columnOf(QStringLiteral("Price source"));
    int unpriced = 0;
    for (int row = 0; row < m_cache.texts(0).size() - 1; ++row) {
        if (m_cache.texts(source)[row] != QStringLiteral("unpriced")) continue;
        ++unpriced;
        QCOMPARE(m_cache.cellOf(NetSaving, row).text, QStringLiteral("unpriced"));
        for (const char* column : {"Read saving", "Premium", "Break-even"})
            QCOMPARE(m_cache.cellOf(QString::fromLatin1(column), row).text, QStringLiteral("–"));
    }
    QCOMPARE(unpriced, 2);
    QCOMPARE(m_cache.cellOf(QStringLiteral("Price source")).text, QStringLiteral("partly unpriced"));
    QVERIFY(m_cache.texts(source).contains(QStringLiteral("own bill")));
    QVERIFY(m_cache.texts(source).contains(QStringLiteral("price book")));
}

void TestCachePage::chartTellsGapsAndPriceChanges() {
    QCOMPARE(m_cache.chart().markCount(), Period.days());
    const UsageMeasures day = reckoned({Clicked, Clicked}).tokens;
    const QString spoken = m_cache.chart().markText(Clicked - Period.first);
    QVERIFY2(spoken.contains(formatPercent(day.cacheRead, day.totalInput().value())), qPrintable(spoken));
    QVERIFY2(spoken.contains(formatCount(day.cacheRead)), qPrintable(spoken));
    QVERIFY2(spoken.contains(QStringLiteral("final")), qPrintable(spoken));
    const QString failed = m_cache.chart().markText(FailedDay - Period.first);
    QVERIFY2(failed.contains(QStringLiteral("failed")) && !failed.contains(QStringLiteral("read")), qPrintable(failed));
    QVERIFY(m_cache.chart().markText(Period.days() - 1).contains(QStringLiteral("provisional")));
    QCOMPARE(m_cache.shown().priceChanges.size(), 1U);
    QCOMPARE(m_cache.shown().priceChanges.front().day, SonnetChange);
}

void TestCachePage::aBarFiltersTheTable() {
    const QString before = sentence();
    m_cache.clickBar(Clicked);
    auto& chip = m_cache.on<Chip>("cachePeriodChip");
    QVERIFY(chip.isVisible());
    QCOMPARE(chip.text(), QStringLiteral("Tue 10 Nov 2026"));
    const Reckoned sum = reckoned({Clicked, Clicked});
    QCOMPARE(m_cache.cellOf(NetSaving).number, std::optional(sum.readSaving - sum.premium));
    QCOMPARE(sentence(), before);  // the chart's and the sentence's days stay
    QTest::mouseClick(&chip, Qt::LeftButton);
    m_cache.settle();
    QVERIFY(!chip.isVisible());
    const Reckoned all = reckoned(Period);
    QCOMPARE(m_cache.cellOf(NetSaving).number, std::optional(all.readSaving - all.premium));
}

void TestCachePage::groupsByOthers_data() {
    QTest::addColumn<QString>("segment");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("title");
    QTest::newRow("model") << QStringLiteral("groupBy_model") << 4 << QStringLiteral("Model");
    QTest::newRow("workspace") << QStringLiteral("groupBy_workspace") << 5 << QStringLiteral("Workspace");
    QTest::newRow("API key") << QStringLiteral("groupBy_api_key") << 7 << QStringLiteral("API key");
    QTest::newRow("both") << QStringLiteral("groupBy_workspace_model") << 8 << QStringLiteral("Workspace");
}
void TestCachePage::groupsByOthers() {
    QFETCH(QString, segment);
    QFETCH(int, rows);
    QFETCH(QString, title);
    const auto net = m_cache.cellOf(NetSaving).number;
    QTest::mouseClick(&m_cache.on<QAbstractButton>(segment.toLatin1().constData()), Qt::LeftButton);
    m_cache.settle();
    QCOMPARE(m_cache.texts(0).size(), rows + 1);
    QCOMPARE(m_cache.table().tableModel().shown().columns.front().title, title);
    QCOMPARE(m_cache.cellOf(NetSaving).number, net);
    // Sorted by net saving, the largest first.
    for (int row = 1; row < rows; ++row) {
        QVERIFY(m_cache.cellOf(NetSaving, row - 1).number >= m_cache.cellOf(NetSaving, row).number);
    }
}

void TestCachePage::followsTheFilterBar() {
    FilterState filters = m_cache.window->controller().filters();
    const FilterState before = filters;
    for (const Session::FilterValue& value : m_cache.window->controller().values(Dimension::ApiKey)) {
        if (value.value == QLatin1String("key_2"))
            filters.setFilter(Dimension::ApiKey, {{value.term, value.value, value.name}});
    }
    filters.interval = Interval::Week;
    m_cache.window->controller().setFilters(filters);
    m_cache.settle();
    Reckoned sum;
    for (const UsageEntry& entry : m_cache.entries) {
        if (Period.contains(entry.day) && entry.of(Dimension::ApiKey) == QLatin1String("key_2")) sum += entry;
    }
    QCOMPARE(m_cache.cellOf(NetSaving).number, std::optional(sum.readSaving - sum.premium));
    QCOMPARE(m_cache.texts(0).size(), 3);
    QCOMPARE(m_cache.chart().markCount(), 8);  // weeks
    m_cache.window->controller().setFilters(before);
    m_cache.settle();
    QCOMPARE(m_cache.texts(0).size(), 9);
}

void TestCachePage::answersWhyThisNumber() {
    QTest::mouseClick(&m_cache.on<Button>("cacheWhy"), Qt::LeftButton);
    const Reckoned sum = reckoned(Period);
    QStringList why = m_cache.popoverTexts();
    QVERIFY(why.contains(formatMoneyExact(Money::fromNano(sum.readSaving - sum.premium))));
    QVERIFY(why.contains(formatMoney(Money::fromNano(sum.readSaving))));
    for (const char* fact : {"Price: own bill", "Price: nearest day", "Price: price book", "Price: unpriced", "Range",
                             "Rows behind it", "Source", "Complete"}) {
        QVERIFY2(why.contains(QString::fromLatin1(fact)), fact);
    }
    QVERIFY(why.join(u' ').contains(QStringLiteral("15 Nov 2026")));  // the last final day's bill
    m_cache.chart().setFocus(Qt::TabFocusReason);
    m_cache.chart().setCurrentMark(Clicked - Period.first);
    QTest::keyClick(&m_cache.chart(), '?');
    why = m_cache.popoverTexts();
    const UsageMeasures day = reckoned({Clicked, Clicked}).tokens;
    QVERIFY2(why.contains(formatCount(day.cacheRead)), qPrintable(why.join(u'|')));
    QVERIFY(why.contains(formatCount(day.uncachedInput)));
    QVERIFY(why.join(u' ').contains(QStringLiteral("1 of 1 day final")));
}

void TestCachePage::whyByKeyboard() {
    m_cache.table().setFocus(Qt::TabFocusReason);
    for (int column = 2; column < m_cache.table().model()->columnCount(); ++column) {
        if (m_cache.table().isColumnHidden(column)) continue;
        m_cache.table().setCurrentIndex(m_cache.table().model()->index(0, column));
        QTest::keyClick(&m_cache.table(), Qt::Key_Return);
        const QStringList why = m_cache.popoverTexts();
        QVERIFY2(why.size() > 6, qPrintable(QString::number(column)));
        QVERIFY(
            why.front().contains(m_cache.table().tableModel().shown().columns[static_cast<std::size_t>(column)].title));
    }
    m_cache.table().clearSelection();
}

void TestCachePage::sumsASelection() {
    m_cache.table().selectRow(0);
    const std::int64_t net = *m_cache.cellOf(NetSaving, 0).number;
    QCOMPARE(status(),
             QStringLiteral("1 row selected · sum %1 · %2 of the total")
                 .arg(formatMoney(Money::fromNano(net)), formatPercent(net, *m_cache.cellOf(NetSaving).number)));
    m_cache.table().clearSelection();
}

void TestCachePage::losingRowsAlone() {
    auto& button = m_cache.on<Button>("cacheLosing");
    QCOMPARE(button.text(), QStringLiteral("1 loses money"));
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(m_cache.texts(0), QStringList{QStringLiteral("wrkspc_d")});
    m_cache.table().setFocus(Qt::TabFocusReason);
    m_cache.table().setCurrentIndex(m_cache.table().model()->index(0, m_cache.columnOf(NetSaving)));
    QTest::keyClick(&m_cache.table(), Qt::Key_Return);
    QVERIFY(m_cache.popoverTexts().front().startsWith(QStringLiteral("wrkspc_d")));
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(m_cache.texts(0).size(), 9);
    m_cache.table().clearSelection();
}

void TestCachePage::exportsItsFigures() {
    const auto written = [this](const QString& entry, const QString& name) {
        const QString path = m_cache.home.path(name);
        m_cache.home.dialogs.files = {path};
        choose(find<Button>(*m_cache.window, "export"), entry);
        QFile file(path);
        if (!QTest::qWaitFor([&file] { return file.exists(); }, Patience)) qFatal("no file");
        if (!file.open(QIODevice::ReadOnly)) qFatal("not readable");
        return QString::fromUtf8(file.readAll());
    };
    const QString groups =
        written(QStringLiteral("Net saving by workspace and model..."), QStringLiteral("groups.csv"));
    const QStringList lines = groups.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 9);
    QVERIFY2(lines[0].startsWith(QStringLiteral("workspace,model,cache_read_tokens,cache_creation_5m_tokens,"
                                                "cache_creation_1h_tokens,uncached_input_tokens,cache_hit_ratio,"
                                                "reads_per_write,break_even_reads_per_write,read_saving_usd")),
             qPrintable(lines[0]));
    QCOMPARE(m_cache.home.dialogs.asked.back().suggested,
             QStringLiteral("cache-savings-by-workspace-model-2026-10-01-to-2026-11-18.csv"));
    const QString periods = written(QStringLiteral("Hit ratio and cached tokens..."), QStringLiteral("periods.csv"));
    QVERIFY(periods.startsWith(QStringLiteral("period,cache_read_tokens")));
    QCOMPARE(periods.split(u'\n', Qt::SkipEmptyParts).size(), 48);  // the days that are there, and the head
}

void TestCachePage::changesTheTheme() {
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        m_cache.look->setChoice(theme);
        QCOMPARE(m_cache.chart().theme(), theme == ThemeChoice::Dark ? Theme::Dark : Theme::Light);
        const QColor ground = m_cache.look->colours().unfavourableTint;
        const QRect cell = m_cache.table().visualRect(m_cache.table().model()->index(losingRow(), 2));
        const QImage picture = m_cache.table().viewport()->grab(cell).toImage();
        QCOMPARE(picture.pixelColor(3, picture.height() / 2), ground);
    }
}

void TestCachePage::everyControlHasANameAndARole() {
    int controls = 0;
    for (QAbstractButton* button : find<QWidget>(*m_cache.window, "cachePage").findChildren<QAbstractButton*>()) {
        if (!button->isVisible()) continue;
        ++controls;
        QVERIFY(!button->objectName().isEmpty());
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(button);
        QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(button->objectName()));
    }
    QVERIFY(controls >= 7);  // four segments, two menus, why, those that lose
    QVERIFY(!m_cache.chart().accessibleName().isEmpty());
    QCOMPARE(m_cache.table().accessibleName(), QStringLiteral("Net saving by workspace and model"));
}

void TestCachePage::nothingIsCut_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("least") << QSize(1024, 640);
    QTest::newRow("small") << QSize(1280, 720);
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("large") << QSize(1920, 1080);
}

void TestCachePage::nothingIsCut() {
    QFETCH(QSize, size);
    m_cache.window->resize(size);
    QTRY_COMPARE(m_cache.window->size(), size);
    const auto cutWidget = [this]() -> QString {
        for (const QAbstractButton* button :
             find<QWidget>(*m_cache.window, "cachePage").findChildren<QAbstractButton*>()) {
            if (!button->isVisible()) continue;
            if (button->width() < button->sizeHint().width()) return button->objectName();
            if (button->mapTo(m_cache.window.get(), QPoint(button->width(), 0)).x() > m_cache.window->width())
                return button->objectName();
        }
        return {};
    };
    QTRY_COMPARE(cutWidget(), QString());
    if (size.width() >= 1280) {
        const auto width = [this] {
            int sum = 0;
            for (int column = 0; column < m_cache.table().model()->columnCount(); ++column)
                sum += m_cache.table().columnWidth(column);
            return sum;
        };
        QTRY_VERIFY(width() <= m_cache.table().viewport()->width());
    }
    QVERIFY(!m_cache.table().isColumnHidden(m_cache.columnOf(NetSaving)));
    m_cache.window->resize(1440, 900);
}

void TestCachePage::remembersItsGroups() {
    QTest::mouseClick(&m_cache.on<QAbstractButton>("groupBy_workspace"), Qt::LeftButton);
    m_cache.settle();
    m_cache.open();
    QVERIFY(m_cache.on<QAbstractButton>("groupBy_workspace").isChecked());
    QCOMPARE(m_cache.texts(0).size(), 6);
}

void TestCachePage::saysThatThePriceListIsNotUsed() {
    m_cache.home.services.priceProblem =
        Error{ErrorKind::Usage, QStringLiteral("Your price list /home/x/prices.json is not used."), {}};
    m_cache.open();
    const auto& notice = find<QWidget>(find<QWidget>(*m_cache.window, "cachePage"), "cacheNotice");
    QTRY_VERIFY(notice.isVisible());
    QStringList said;
    for (const QLabel* label : notice.findChildren<QLabel*>()) said.append(label->text());
    QVERIFY2(said.join(u' ').contains(QStringLiteral("/home/x/prices.json")), qPrintable(said.join(u' ')));
    m_cache.home.services.priceProblem.reset();
}

QTEST_MAIN(TestCachePage)
#include "tst_cachepage.moc"
