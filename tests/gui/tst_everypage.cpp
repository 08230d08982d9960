// What holds for every page, dialog and popover, also those that are still to come: nothing is cut or covered, in any
// language and direction, and every control has a name and a role and is reached by Tab.
#include "charts/chartwidget.h"
#include "tests/gui/samplewindow.h"
#include "ui/language.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/tile.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace tokenledger;

namespace {

QString nameOf(const QWidget& widget) {
    const QString own = widget.objectName().isEmpty() ? widget.accessibleName() : widget.objectName();
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + own;
}

bool isControl(const QWidget* widget) {
    const auto* field = qobject_cast<const QLineEdit*>(widget);
    if (field != nullptr) return qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) == nullptr;
    if (qobject_cast<const QHeaderView*>(widget) != nullptr) return false;  // a part of its table
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const ChartWidget*>(widget) != nullptr;
}

/// Those that are seen and belong to this window; not what Qt puts inside of its own widgets.
std::vector<QWidget*> controlsOf(QWidget& window) {
    std::vector<QWidget*> controls;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&window) || widget->window() != &window || !isControl(widget)) continue;
        if (widget->objectName().startsWith(QStringLiteral("qt_")) ||
            qobject_cast<QAbstractItemView*>(widget->parentWidget()) != nullptr ||
            qobject_cast<QLineEdit*>(widget->parentWidget()) != nullptr)
            continue;
        controls.push_back(widget);
    }
    return controls;
}

QStringList namelessControls(QWidget& window) {
    QStringList nameless;
    for (QWidget* widget : controlsOf(window)) {
        const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        if (spoken == nullptr || spoken->text(QAccessible::Name).isEmpty() || spoken->role() == QAccessible::NoRole ||
            spoken->role() == QAccessible::Client)
            nameless.append(nameOf(*widget));
    }
    return nameless;
}

/// The controls that Tab does not come by.
QStringList unreachedControls(QWidget& window) {
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window)) return {QStringLiteral("the window")};
    std::set<const QWidget*> reached;
    constexpr int MostStops = 400;
    for (int stops = 0; stops < MostStops; ++stops) {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &window, Qt::Key_Tab);
        const QWidget* focus = QApplication::focusWidget();
        if (focus == nullptr || !reached.insert(focus).second) break;
    }
    QStringList unreached;
    for (const QWidget* widget : controlsOf(window)) {
        // Radio buttons and segments of a group are one stop; arrows move inside.
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool grouped = button != nullptr && (button->autoExclusive() || button->group() != nullptr);
        const bool proxied = widget->focusProxy() != nullptr && reached.contains(widget->focusProxy());
        if (widget->isEnabled() && !grouped && !proxied && !reached.contains(widget)) unreached.append(nameOf(*widget));
    }
    return unreached;
}

/// Texts that do not fit, and what reaches beyond its window or the page it scrolls in.
QStringList cutTexts(QWidget& window) {
    QStringList cut;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&window) || widget->window() != &window) continue;
        bool fits = true;
        if (const auto* button = qobject_cast<Button*>(widget))
            fits = button->text().isEmpty() || button->width() >= button->sizeHint().width();
        if (const auto* line = qobject_cast<TextLine*>(widget)) fits = !line->isCut();
        if (const auto* tile = qobject_cast<Tile*>(widget)) fits = !tile->isCut();
        if (const auto* label = qobject_cast<QLabel*>(widget)) {
            fits = label->text().isEmpty() || label->wordWrap()
                       ? label->height() >= label->heightForWidth(label->width())
                       : label->width() >= label->sizeHint().width();
        }
        const int left = widget->mapTo(&window, QPoint(0, 0)).x();
        if (isControl(widget)) fits = fits && left >= 0 && left + widget->width() <= window.width();
        if (!fits) cut.append(nameOf(*widget));
    }
    return cut;
}

/// Pairs of one layout that cover each other.
QStringList coveredWidgets(QWidget& window) {
    QStringList covered;
    for (const QLayout* layout : window.findChildren<QLayout*>()) {
        std::vector<const QWidget*> shown;
        for (int i = 0; i < layout->count(); ++i) {
            const QWidget* widget = layout->itemAt(i)->widget();
            if (widget != nullptr && widget->isVisibleTo(&window)) shown.push_back(widget);
        }
        for (std::size_t i = 0; i < shown.size(); ++i) {
            for (std::size_t j = i + 1; j < shown.size(); ++j) {
                if (shown[i]->parentWidget() == shown[j]->parentWidget() &&
                    shown[i]->geometry().intersects(shown[j]->geometry()))
                    covered.append(nameOf(*shown[i]) + QStringLiteral(" and ") + nameOf(*shown[j]));
            }
        }
    }
    return covered;
}

}  // namespace

class TestEveryPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void nothingIsCutOrCovered_data();
    void nothingIsCutOrCovered();
    void controlsAreSpokenAndReached();
    void dialogsAreSpokenAndReached_data();
    void dialogsAreSpokenAndReached();
    void popoversAreSpoken();
    void picturesAreAsSharpAsTheScreen();

private:
    void open(const QSize& size);

    test::GuiHome m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestEveryPage::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    MainWindow window(m_home.services, *m_look);
    QSignalSpy synced(&window.controller(), &SessionController::syncFinished);
    window.openSample();
    QVERIFY(synced.wait(test::SamplePatience));
}

void TestEveryPage::open(const QSize& size) {
    m_window.reset();
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->openSample();
    m_window->show();
    m_window->resize(size);
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(QTest::qWaitFor([this] { return m_window->controller().overview() != nullptr; }, test::SamplePatience));
}

void TestEveryPage::nothingIsCutOrCovered_data() {
    QTest::addColumn<bool>("german");
    QTest::addColumn<bool>("rightToLeft");
    QTest::addColumn<QSize>("size");
    const QSize small(1280, 720);
    QTest::newRow("English") << false << false << small;
    QTest::newRow("German") << true << false << small;
    QTest::newRow("German, usual size") << true << false << QSize(1440, 900);
    QTest::newRow("from right to left") << false << true << small;
}

void TestEveryPage::nothingIsCutOrCovered() {
    QFETCH(bool, german);
    QFETCH(bool, rightToLeft);
    QFETCH(QSize, size);
    const Translation translation(german ? LanguageChoice::German : LanguageChoice::English);
    const QLocale before;
    if (german) QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QGuiApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    open(size);
    QStringList wrong;
    for (const PageInfo& page : pageList()) {
        QVERIFY2(test::showSettled(*m_window, page.id), qPrintable(page.name));
        // Layouts within layouts take several rounds of the event loop.
        const auto all = [this] { return cutTexts(*m_window) + coveredWidgets(*m_window); };
        if (QTest::qWaitFor([&all] { return all().isEmpty(); }, 2000)) continue;
        for (const QString& one : all()) wrong.append(page.name + QStringLiteral(": ") + one);
    }
    m_window.reset();
    QLocale::setDefault(before);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestEveryPage::controlsAreSpokenAndReached() {
    open(QSize(1440, 900));
    QStringList wrong;
    for (const PageInfo& page : pageList()) {
        QVERIFY2(test::showSettled(*m_window, page.id), qPrintable(page.name));
        const auto add = [&wrong, &page](const QString& what, const QStringList& list) {
            for (const QString& one : list) wrong.append(page.name + u' ' + what + u' ' + one);
        };
        add(QStringLiteral("has no name for"), namelessControls(*m_window));
        add(QStringLiteral("does not give Tab to"), unreachedControls(*m_window));
        QVERIFY(controlsOf(*m_window).size() > 10);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestEveryPage::dialogsAreSpokenAndReached_data() {
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("dialog");
    QTest::newRow("preferences") << QStringLiteral("actionPreferences") << QStringLiteral("preferences");
    QTest::newRow("help") << QStringLiteral("actionMeasures") << QStringLiteral("measuresHelp");
    QTest::newRow("about") << QStringLiteral("actionAbout") << QStringLiteral("about");
}

void TestEveryPage::dialogsAreSpokenAndReached() {
    QFETCH(QString, action);
    QFETCH(QString, dialog);
    for (const LanguageChoice language : {LanguageChoice::English, LanguageChoice::German}) {
        const Translation translation(language);
        open(QSize(1280, 720));
        m_window->findChild<QAction*>(action)->trigger();
        auto& shown = test::find<QDialog>(*m_window, qPrintable(dialog));
        QVERIFY(QTest::qWaitForWindowExposed(&shown) && !shown.isModal());
        auto* sections = shown.findChild<QListWidget*>(QStringLiteral("preferenceSections"));
        for (int section = 0; section < (sections != nullptr ? sections->count() : 1); ++section) {
            if (sections != nullptr) sections->setCurrentRow(section);
            QCOMPARE(namelessControls(shown), QStringList());
            QCOMPARE(unreachedControls(shown), QStringList());
            QTRY_COMPARE(cutTexts(shown), QStringList());
            QTRY_COMPARE(coveredWidgets(shown), QStringList());
        }
        QTest::keyClick(&shown, Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<QDialog*>(dialog) == nullptr);
    }
}

void TestEveryPage::popoversAreSpoken() {
    open(QSize(1440, 900));
    QVERIFY(test::showSettled(*m_window, PageId::Overview));
    const auto look = [](QWidget& popup) {
        QVERIFY(!popup.accessibleName().isEmpty());
        QCOMPARE(namelessControls(popup), QStringList());
        QCOMPARE(cutTexts(popup), QStringList());
        QTest::keyClick(&popup, Qt::Key_Escape);
    };
    test::choose(test::find<Button>(*m_window, "period"), QStringLiteral("Custom..."));
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    look(*QApplication::activePopupWidget());
    QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    test::choose(test::find<Button>(*m_window, "addFilter"), QStringLiteral("filterBy_model"));
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    look(*QApplication::activePopupWidget());
    QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    for (const Tile* tile : m_window->findChildren<Tile*>()) {
        if (!tile->isVisible()) continue;
        QTest::keyClick(&test::find<Button>(*m_window, qPrintable(tile->objectName() + QStringLiteral("Why"))),
                        Qt::Key_Return);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        look(*QApplication::activePopupWidget());
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    }
}

void TestEveryPage::picturesAreAsSharpAsTheScreen() {
    open(QSize(1280, 720));
    const QPixmap picture = m_window->grab();
    QCOMPARE(picture.devicePixelRatio(), m_window->devicePixelRatioF());
    QCOMPARE(picture.size(), m_window->size() * m_window->devicePixelRatioF());
}

QTEST_MAIN(TestEveryPage)
#include "tst_everypage.moc"
