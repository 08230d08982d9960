// What a window opens again at the next start.
#include "tests/gui/guifixture.h"

#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class OpenedTest : public QObject {
    Q_OBJECT
private slots:
    void whatTheUserOpenedIsRemembered_data();
    void whatTheUserOpenedIsRemembered();
};

void OpenedTest::whatTheUserOpenedIsRemembered_data() {
    QTest::addColumn<bool>("remembers");
    QTest::newRow("opened in the window") << true;
    QTest::newRow("chosen by options") << false;
}

void OpenedTest::whatTheUserOpenedIsRemembered() {
    QFETCH(bool, remembers);
    GuiHome home;
    home.services.remembersOpened = remembers;
    Look look(ThemeChoice::Light);
    MainWindow window(home.services, look);
    bool opened = false;
    connect(&window.controller(), &SessionController::opened, &window, [&opened] { opened = true; });
    window.openSample();
    QTRY_VERIFY(opened);
    const auto expected = remembers ? Settings::Opened::Sample : Settings::Opened::Nothing;
    QCOMPARE(static_cast<int>(home.settings.lastOpened().what), static_cast<int>(expected));
}

QTEST_MAIN(OpenedTest)
#include "tst_opened.moc"
