// Storage that does not answer: the window goes on as if nothing were the matter, and shows that its picture is old.
#include "tests/gui/costwindow.h"
#include "tests/gui/storagegate.h"
#include "ui/widgets/tile.h"

#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const DateRange Later = days("2026-11-01", "2026-11-15");

/// The events of one kind that were handled by a widget.
class Handled : public QObject {
public:
    Handled(QWidget& widget, QEvent::Type kind) : m_kind(kind) { widget.installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        m_count += event->type() == m_kind ? 1 : 0;
        return false;
    }

private:
    QEvent::Type m_kind;
    int m_count = 0;
};

}  // namespace

class TestSlowStorage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup() { m_gate->open(); }
    void cleanupTestCase();
    void theWindowGoesOnWithoutAnswers();
    void whatWasAskedLastIsShown();
    void whatChangedBehindAHiddenPageIsReadAgain();
    void aSlowStartShowsTheWindow();

private:
    void ask(const DateRange& range);
    void turnTheLoop();

    std::unique_ptr<StorageGate> m_gate;
    std::unique_ptr<CostWindow> m_cost;
};

void TestSlowStorage::initTestCase() {
    m_cost = std::make_unique<CostWindow>();  // fills its cache in this thread
    m_gate = std::make_unique<StorageGate>();
    m_cost->open();
    QVERIFY(m_gate->passed() > 0);
}

void TestSlowStorage::cleanupTestCase() {
    m_gate->open();
    m_cost.reset();
    // Nobody asked storage anything while the user was waiting.
    QCOMPARE(m_gate->inGuiThread(), 0);
    m_gate.reset();
}

void TestSlowStorage::ask(const DateRange& range) {
    FilterState filters = m_cost->window->controller().filters();
    filters.period = PeriodPreset::Custom;
    filters.custom = range;
    m_cost->window->controller().setFilters(filters);
}

/// A hundred events, each posted when the one before it was handled.
void TestSlowStorage::turnTheLoop() {
    int turns = 0;
    std::function<void()> turn = [&] {
        if (++turns < 100) QMetaObject::invokeMethod(this, turn, Qt::QueuedConnection);
    };
    turn();
    QTRY_COMPARE_WITH_TIMEOUT(turns, 100, Patience);
}

void TestSlowStorage::theWindowGoesOnWithoutAnswers() {
    MainWindow& window = *m_cost->window;
    const DateRange before = m_cost->shown().range.days;
    m_gate->close();
    ask(Later);
    QTRY_VERIFY_WITH_TIMEOUT(m_gate->isHeld(), Patience);
    turnTheLoop();
    // The old picture stays, and says so.
    QTRY_VERIFY_WITH_TIMEOUT(m_cost->chart().isDimmed(), Patience);
    QCOMPARE(m_cost->shown().range.days, before);
    QVERIFY(!m_cost->table().isEnabled());

    const Handled resized(window, QEvent::Resize);
    const Handled drawn(m_cost->chart(), QEvent::Resize);
    for (const QSize& size : {QSize(1100, 700), QSize(1280, 720), QSize(1440, 900)}) {
        window.resize(size);
        QTRY_COMPARE_WITH_TIMEOUT(window.size(), size, Patience);
        turnTheLoop();
    }
    QVERIFY(resized.count() >= 3);
    QVERIFY(drawn.count() >= 3);

    for (const auto& [key, page] : {std::pair(Qt::Key_1, "overviewPage"), std::pair(Qt::Key_9, "dataHealthPage"),
                                    std::pair(Qt::Key_2, "costPage")}) {
        QTest::keyClick(&window, key, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(window, page).isVisible(), Patience);
        turnTheLoop();
    }
    for (int first = 2; first < 8; ++first) {
        ask({Later.first + first, Later.last});
        turnTheLoop();
    }
    QCOMPARE(find<Tile>(window, "tileSpend").isEnabled(), true);
    QVERIFY(m_gate->isHeld());  // all that time
    QVERIFY(!m_cost->cost().isCurrent());
    QCOMPARE(m_cost->shown().range.days, before);
    m_gate->open();
    m_cost->settle();
    QTRY_VERIFY_WITH_TIMEOUT(!m_cost->chart().isDimmed(), Patience);
}

void TestSlowStorage::whatWasAskedLastIsShown() {
    m_gate->close();
    ask(Later);
    QTRY_VERIFY_WITH_TIMEOUT(m_gate->isHeld(), Patience);
    const DateRange last{Later.first + 3, Later.last - 2};
    ask(Period);
    ask(last);
    turnTheLoop();
    m_gate->open();
    m_cost->settle();
    QCOMPARE(m_cost->shown().range.days, last);
    QCOMPARE(m_cost->shown().range.total.nano(), sumOf(last));
    QVERIFY(m_cost->table().isEnabled());
}

void TestSlowStorage::whatChangedBehindAHiddenPageIsReadAgain() {
    MainWindow& window = *m_cost->window;
    m_gate->close();
    ask({Later.first, Later.first + 4});
    QTRY_VERIFY_WITH_TIMEOUT(m_gate->isHeld(), Patience);
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    emit window.controller().cacheChanged();
    m_gate->open();
    QTRY_VERIFY_WITH_TIMEOUT(!m_cost->cost().isBusy(), Patience);
    QVERIFY(!m_cost->cost().isCurrent());  // what came was asked for before the change
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_cost->cost().isCurrent(), Patience);
}

void TestSlowStorage::aSlowStartShowsTheWindow() {
    m_cost->window.reset();
    m_gate->close();
    MainWindow window(m_cost->home.services, *m_cost->look);
    window.start();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY_WITH_TIMEOUT(m_gate->isHeld(), Patience);
    const Handled resized(window, QEvent::Resize);
    window.resize(1200, 700);
    turnTheLoop();
    QTRY_VERIFY_WITH_TIMEOUT(resized.count() > 0, Patience);
    QVERIFY(window.controller().overview() == nullptr);
    m_gate->open();
    QTRY_VERIFY_WITH_TIMEOUT(window.controller().overview() != nullptr, Patience);
}

QTEST_MAIN(TestSlowStorage)
#include "tst_slowstorage.moc"
