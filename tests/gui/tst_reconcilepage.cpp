// The Reconcile page in the real window, on a small October whose every token and dollar is known: figures, causes,
// what is to be done, the invoice, the close and what changes after it.
#include "charts/waterfall.h"
#include "tests/gui/guifixture.h"
#include "tests/unit/reports/smallcache.h"
#include "ui/reconcilecontroller.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/textline.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

constexpr int Patience = 60'000;
const DateRange October{UtcDay::fromDate(2026, 10, 1), UtcDay::fromDate(2026, 10, 31)};
const char* const Input = "uncached_input_tokens";

UsageMeasures input(std::int64_t tokens, std::int64_t searches = 0) {
    UsageMeasures measures;
    measures.uncachedInput = tokens;
    measures.webSearches = searches;
    return measures;
}

// Opus: 10 million tokens at $4 make $40, as billed. Haiku: a million at $0.10, billed $0.50. A model without a price:
// billed $3. A hundred searches at $10 a thousand: $1, as billed.
void fillOctober(SmallCache& cache) {
    const QDateTime fetched = noonOf(isoDay("2026-11-10"));
    cache.usage(October, fetched,
                {{"2026-10-01", nullptr, nullptr, "claude-opus-5-5", "standard", input(10'000'000, 100)},
                 {"2026-10-02", nullptr, nullptr, "claude-haiku-5-5", "standard", input(1'000'000)},
                 {"2026-10-20", nullptr, nullptr, "house-model-1", "standard", input(1'000)}});
    cache.cost(October, fetched,
               {{"2026-10-01", nullptr, "Opus", "claude-opus-5-5", Input, "standard", 40'000'000'000},
                {"2026-10-01", nullptr, "Web Search Usage", nullptr, nullptr, nullptr, 1'000'000'000},
                {"2026-10-02", nullptr, "Haiku", "claude-haiku-5-5", Input, "standard", 500'000'000},
                {"2026-10-20", nullptr, "House", "house-model-1", Input, "standard", 3'000'000'000}});
}

}  // namespace

class TestReconcilePage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }

    void opensByItsKey();
    void showsTheMatch();
    void theWaterfallIsWalkedByKeyboard();
    void followsTheLastMonthOfThePeriod();
    void theInvoiceHasToAddUp();
    void aDifferenceIsAcceptedForAReason();
    void aPriceIsAskedFor();
    void everyControlHasAName();
    void theMonthIsClosedAndReopened();
    void anIncompleteMonthIsClosedForAReasonOnly();
    void changesTheTheme();

private:
    void settle();
    void period(const DateRange& days);
    [[nodiscard]] ReconcileController& reconcile() { return *m_window->findChild<ReconcileController*>(); }
    [[nodiscard]] const MonthPicture& shown() { return *reconcile().picture(); }
    template <typename Widget>
    Widget& on(const char* name) {
        return find<Widget>(find<QWidget>(*m_window, "reconcilePage"), name);
    }
    [[nodiscard]] QString cell(int row, int column) {
        return on<DataTable>("matchTable").model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString sentence() { return on<TextLine>("reconcileSentence").accessibleName(); }
    [[nodiscard]] Button* todo(const QString& text);

    SystemClock m_clock{QDateTime(QDate(2026, 11, 20), QTime(12, 30), Qt::UTC)};
    GuiHome m_home{&m_clock};
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestReconcilePage::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    {
        SmallCache cache;
        const Organization organization{QStringLiteral("org-1"), QStringLiteral("Halden Robotics")};
        QVERIFY(cache.writer().storeOrganization(organization, false,
                                                 SmallCache::log(Dataset::Organization, noonOf(isoDay("2026-11-10")))));
        fillOctober(cache);
        QDir().mkpath(QFileInfo(m_home.livePath()).path());
        QVERIFY(cache.reader()->backUp(m_home.livePath()));
    }
    m_home.secrets.entries[QStringLiteral("default")] = "sk-ant-admin01-test";
    FilterState filters;
    filters.period = PeriodPreset::Custom;
    filters.custom = October;
    m_home.settings.setFilters(filters);
    m_home.settings.setAutoSync({false, 60});
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->resize(1440, 900);
    m_window->start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().overview() != nullptr, Patience);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_7, Qt::ControlModifier);
    settle();
}

void TestReconcilePage::settle() {
    QTRY_VERIFY_WITH_TIMEOUT(reconcile().isCurrent() && !reconcile().isBusy(), Patience);
}

void TestReconcilePage::period(const DateRange& days) {
    FilterState filters = m_window->controller().filters();
    filters.custom = days;
    m_window->controller().setFilters(filters);
    settle();
}

/// The link of an entry of the list; null: there is no such entry, or it has none.
Button* TestReconcilePage::todo(const QString& text) {
    for (Button* button : on<QWidget>("todoCard").findChildren<Button*>()) {
        if (button->accessibleName().contains(text)) return button;
    }
    return nullptr;
}

void TestReconcilePage::opensByItsKey() {
    QVERIFY(find<QWidget>(*m_window, "reconcilePage").isVisible());
    QCOMPARE(sentence(), QStringLiteral("October 2026: no invoice yet. $0.40 of $44.50 (0.90\u00A0%) is unexplained."));
}

// Tokens x price: 40 + 0.10 + 1 = 41.10; cost report: 44.50; the difference 3.40 = 3 unpriced + 0.40 unexplained.
void TestReconcilePage::showsTheMatch() {
    QCOMPARE(on<QWidget>("computedFigure").accessibleName(), QStringLiteral("Tokens × price: $41.10"));
    QVERIFY(on<QWidget>("computedFigure").accessibleDescription().contains(QStringLiteral("2 of 3")));
    QCOMPARE(on<QWidget>("billedFigure").accessibleName(), QStringLiteral("Cost report: $44.50"));
    QVERIFY(on<QWidget>("billedFigure").accessibleDescription().contains(QStringLiteral("31 of 31 final")));
    QVERIFY2(on<QWidget>("computedToBilled").accessibleName().contains(QStringLiteral("+$3.40")),
             qPrintable(on<QWidget>("computedToBilled").accessibleName()));
    const QStringList opus{QStringLiteral("Opus 5.5"), QStringLiteral("10.0 M"), QStringLiteral("$40.00"),
                           QStringLiteral("$40.00"),   QStringLiteral("$0.00"),  QStringLiteral("0.00 %"),
                           QStringLiteral("exact")};
    for (int i = 0; i < opus.size(); ++i) QCOMPARE(cell(0, i).replace(QChar(0xA0), u' '), opus[i]);
    QCOMPARE(cell(1, 2), QStringLiteral("unpriced"));
    QCOMPARE(cell(1, 6), QStringLiteral("unpriced"));
    QVERIFY2(cell(1, 7).contains(QStringLiteral("20 Oct")), qPrintable(cell(1, 7)));
    QCOMPARE(cell(2, 4), QStringLiteral("+$0.40"));
    QCOMPARE(cell(2, 6), QStringLiteral("investigate"));
    QCOMPARE(cell(3, 0), QStringLiteral("Web search"));
    QCOMPARE(cell(4, 3), QStringLiteral("$44.50"));
}

void TestReconcilePage::theWaterfallIsWalkedByKeyboard() {
    auto& chart = on<Waterfall>("waterfall");
    QCOMPARE(chart.markCount(), 6);  // five usual causes, and the difference
    chart.setFocus(Qt::TabFocusReason);
    QCOMPARE(chart.currentMark(), 0);
    QCOMPARE(chart.markTitle(0), QStringLiteral("Unpriced"));
    QCOMPARE(chart.markValue(0), QStringLiteral("3.00"));
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.markValue(5), QStringLiteral("3.40"));
    QVERIFY(QAccessible::queryAccessibleInterface(&chart)->text(QAccessible::Value).contains(QStringLiteral("3.40")));
    for (int mark = 0; mark < chart.markCount(); ++mark) QVERIFY(QRectF(chart.rect()).contains(chart.markRect(mark)));
    QTest::keyClick(&chart, Qt::Key_Return);
    QWidget* popover = nullptr;
    QTRY_VERIFY((popover = QApplication::activePopupWidget()) != nullptr);
    popover->close();
    QCOMPARE(on<DataTable>("causesTable").model()->rowCount(), 3);  // two causes and the total
}

void TestReconcilePage::followsTheLastMonthOfThePeriod() {
    period({UtcDay::fromDate(2026, 8, 5), UtcDay::fromDate(2026, 10, 12)});
    QCOMPARE(shown().month.month, October.first);
    QVERIFY2(sentence().startsWith(QStringLiteral("October 2026: ")), qPrintable(sentence()));
    QCOMPARE(shown().month.match.billed.nano(), 44'500'000'000);
    period(October);
}

void TestReconcilePage::theInvoiceHasToAddUp() {
    QTest::mouseClick(&on<QPushButton>("editInvoice"), Qt::LeftButton);
    auto& dialog = find<QDialog>(*m_window, "invoiceDialog");
    const auto type = [&dialog](const char* name, const QString& text) { find<QLineEdit>(dialog, name).setText(text); };
    auto& save = find<QPushButton>(dialog, "invoiceSave");
    QVERIFY(!save.isEnabled());
    type("invoiceNumber", QStringLiteral("HR-10"));
    type("invoiceAmount", QStringLiteral("$1,294.50"));
    type("invoiceTax", QStringLiteral("25 %"));
    type("invoiceCredits", QStringLiteral("500"));
    type("lineLabel0", QStringLiteral("Priority Tier"));
    type("lineAmount0", QStringLiteral("1,250.00"));
    QVERIFY(save.isEnabled());
    type("invoiceDue", QStringLiteral("993.00"));  // 794.50 x 1.25 = 993.125: 198.62 of tax, half to even
    QVERIFY(!save.isEnabled());
    QVERIFY2(find<QLabel>(dialog, "invoiceSaid").text().contains(QStringLiteral("a difference of -0.12")),
             qPrintable(find<QLabel>(dialog, "invoiceSaid").text()));
    type("invoiceAmount", QStringLiteral("1,29.50"));  // a separator in a wrong place
    QVERIFY(find<QLabel>(dialog, "invoiceSaid").text().contains(QStringLiteral("1,29.50")));
    type("invoiceAmount", QStringLiteral("1294.5"));
    type("invoiceDue", QStringLiteral("993.12"));
    QVERIFY(save.isEnabled());
    QTest::mouseClick(&save, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shown().month.invoice.has_value(), Patience);
    QCOMPARE(shown().month.match.residual.nano(), 1'253'400'000'000);
    QVERIFY2(sentence().startsWith(QStringLiteral("October 2026: invoice and cost report agree.")),
             qPrintable(sentence()));
    QCOMPARE(on<QWidget>("invoicedFigure").accessibleName(),
             QStringLiteral("Invoice HR-10, before tax and credits: $1,294.50"));
    QVERIFY(on<QWidget>("invoicedFigure").accessibleDescription().contains(QStringLiteral("due $993.12")));
    QCOMPARE(on<Waterfall>("waterfall").markValue(0), QStringLiteral("1250.00"));
    QCOMPARE(on<QPushButton>("editInvoice").text(), QStringLiteral("Edit invoice..."));
}

void TestReconcilePage::aDifferenceIsAcceptedForAReason() {
    Button* link = todo(QStringLiteral("Haiku 5.5"));
    QVERIFY(link != nullptr);
    m_home.dialogs.textAnswer = QStringLiteral("  ");
    link->click();
    QVERIFY(todo(QStringLiteral("Haiku 5.5")) != nullptr);
    m_home.dialogs.textAnswer = QStringLiteral("prompts over 100k");
    todo(QStringLiteral("Haiku 5.5"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(todo(QStringLiteral("Haiku 5.5")) == nullptr, Patience);
    QVERIFY2(cell(2, 7).contains(QStringLiteral("Accepted: prompts over 100k")), qPrintable(cell(2, 7)));
}

void TestReconcilePage::aPriceIsAskedFor() {
    m_home.dialogs.shown.clear();
    Button* link = todo(QStringLiteral("house-model-1"));
    QVERIFY(link != nullptr);
    QVERIFY2(link->text().contains(QStringLiteral("20 Oct")), qPrintable(link->text()));
    link->click();
    QCOMPARE(m_home.dialogs.shown.size(), 1U);
    QVERIFY(m_home.dialogs.shown.front().detail.contains(QStringLiteral("\"from\": \"2026-10-20\"")));
    QVERIFY(PriceBook::parse("{\"models\":[" + m_home.dialogs.shown.front().detail.toUtf8() + "]}"));
}

void TestReconcilePage::everyControlHasAName() {
    for (QWidget* widget : on<QWidget>("reconcileScroll").findChildren<QWidget*>()) {
        // Viewports are plain widgets; they give the focus on to the view around them.
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr ||
            widget->metaObject() == &QWidget::staticMetaObject) {
            continue;
        }
        const QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(seen != nullptr && !seen->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void TestReconcilePage::theMonthIsClosedAndReopened() {
    QCOMPARE(on<QPushButton>("closeMonth").text(), QStringLiteral("Close October..."));
    QTest::mouseClick(&on<QPushButton>("closeMonth"), Qt::LeftButton);
    auto& dialog = find<QDialog>(*m_window, "closeDialog");
    QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("closeProblem")) == nullptr);
    QTest::mouseClick(&find<QPushButton>(dialog, "closeGo"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shown().month.isClosed(), Patience);
    QCOMPARE(on<QPushButton>("closeMonth").text(), QStringLiteral("Reopen October..."));
    QCOMPARE(snapshotFigures(shown().month.close->body)->spend.nano(), 44'500'000'000);
    QVERIFY(shown().change && shown().change->isNone());

    // Ten cents less for Opus, seen later.
    const auto changed = m_window->controller().session()->change([](CacheWriter& writer,
                                                                     const Author&) -> Result<void> {
        CostPage page;
        page.grouping = {Dimension::Workspace,     Dimension::Description, Dimension::CostType,
                         Dimension::TokenType,     Dimension::Model,       Dimension::ServiceTier,
                         Dimension::ContextWindow, Dimension::InferenceGeo};
        const auto term = [&page](const char* text) { return text != nullptr ? page.terms.intern(text) : PoolNull; };
        page.rows.push_back({PoolNull, term("Opus"), term("tokens"), term(Input), term("claude-opus-5-5"),
                             term("standard"), term("0-200k"), term("global"), Money::fromNano(39'900'000'000)});
        page.rows.push_back({PoolNull, term("Web Search Usage"), term("web_search"), PoolNull, PoolNull, PoolNull,
                             PoolNull, PoolNull, Money::fromNano(1'000'000'000)});
        page.buckets.push_back({October.first.startSeconds(), 0, 2, {}});
        const auto stored = writer.storeCost(page, {October.first, October.first}, true,
                                             SmallCache::log(Dataset::Cost, noonOf(isoDay("2026-11-15"))));
        if (!stored) return failure(stored.error());
        return {};
    });
    QTRY_VERIFY_WITH_TIMEOUT(changed.isFinished() && shown().change && !shown().change->isNone(), Patience);
    QCOMPARE(shown().change->spend.difference.nano(), -100'000'000);
    QVERIFY2(cell(0, 7).contains(QStringLiteral("Cost of 1 Oct restated on 15 Nov")), qPrintable(cell(0, 7)));
    m_home.dialogs.shown.clear();
    todo(QStringLiteral("changed since"))->click();
    QVERIFY2(m_home.dialogs.shown.front().more.contains(QStringLiteral("Opus 5.5: $40.00, now $39.90")),
             qPrintable(m_home.dialogs.shown.front().more));

    m_home.dialogs.textAnswer = QStringLiteral("credit note");
    QTest::mouseClick(&on<QPushButton>("closeMonth"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!shown().month.isClosed(), Patience);
    QCOMPARE(shown().month.close->reopening->reason, QStringLiteral("credit note"));
}

void TestReconcilePage::anIncompleteMonthIsClosedForAReasonOnly() {
    period({UtcDay::fromDate(2026, 9, 1), UtcDay::fromDate(2026, 9, 30)});
    QTest::mouseClick(&on<QPushButton>("closeMonth"), Qt::LeftButton);
    auto& dialog = find<QDialog>(*m_window, "closeDialog");
    auto& go = find<QPushButton>(dialog, "closeGo");
    QVERIFY(!go.isEnabled());
    find<QCheckBox>(dialog, "closeAnyway").setChecked(true);
    QVERIFY(!go.isEnabled());
    find<QLineEdit>(dialog, "closeReason").setText(QStringLiteral("nothing was used"));
    QVERIFY(go.isEnabled());
    QTest::mouseClick(&go, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shown().month.isClosed(), Patience);
    const auto said = snapshotOverride(shown().month.close->body);
    QCOMPARE(said->second, QStringLiteral("nothing was used"));
    QVERIFY(!said->first.isEmpty());
    period(October);
}

void TestReconcilePage::changesTheTheme() {
    const QImage light = on<Waterfall>("waterfall").renderToImage({600, 300});
    m_look->setChoice(ThemeChoice::Dark);
    QVERIFY(on<Waterfall>("waterfall").renderToImage({600, 300}) != light);
    m_look->setChoice(ThemeChoice::Light);
}

QTEST_MAIN(TestReconcilePage)
#include "tst_reconcilepage.moc"
