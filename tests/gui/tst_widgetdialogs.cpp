// The real message boxes: what Escape and Enter answer, and that answers can be read.
#include "ui/dialogs/widgetdialogs.h"
#include "ui/theme.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace tokenledger;

class TestWidgetDialogs : public QObject {
    Q_OBJECT
private slots:
    void escapeChangesNothing_data();
    void escapeChangesNothing();
    void enterTakesTheFirst();
    void answersAreWhole();

private:
    /// Shows the question, presses the key, and gives the answer.
    int answerBy(Qt::Key key, const QStringList& answers, int harmless);
};

int TestWidgetDialogs::answerBy(Qt::Key key, const QStringList& answers, int harmless) {
    QWidget window;
    WidgetDialogs dialogs;
    std::optional<int> answer;
    dialogs.show(&window, {QStringLiteral("t"), QStringLiteral("Sure?"), {}, {}, answers, harmless},
                 [&answer](int given) { answer = given; });
    auto* box = window.findChild<QMessageBox*>();
    if (!QTest::qWaitFor([box] { return box->isVisible(); })) qFatal("no box");
    QTest::keyClick(box, key);
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); })) qFatal("no answer");
    return *answer;
}

void TestWidgetDialogs::escapeChangesNothing_data() {
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<int>("harmless");
    QTest::addColumn<int>("answer");
    const QString go = QStringLiteral("Go");
    const QString stay = QStringLiteral("Stay");
    QTest::newRow("one") << QStringList{go} << -1 << 0;
    QTest::newRow("the last") << QStringList{go, stay} << -1 << 1;
    QTest::newRow("the first") << QStringList{stay, go} << 0 << 0;
    QTest::newRow("the last of three") << QStringList{go, go, stay} << -1 << 2;
}

void TestWidgetDialogs::escapeChangesNothing() {
    QFETCH(QStringList, answers);
    QFETCH(int, harmless);
    QFETCH(int, answer);
    QCOMPARE(answerBy(Qt::Key_Escape, answers, harmless), answer);
}

void TestWidgetDialogs::enterTakesTheFirst() {
    QCOMPARE(answerBy(Qt::Key_Return, {QStringLiteral("Go"), QStringLiteral("Stay")}, -1), 0);
}

void TestWidgetDialogs::answersAreWhole() {
    const Look look(ThemeChoice::Light);
    QWidget window;
    WidgetDialogs dialogs;
    dialogs.show(&window,
                 {QStringLiteral("t"),
                  QStringLiteral("Sure?"),
                  {},
                  {},
                  {QStringLiteral("Remove, keep the file"), QStringLiteral("Remove and delete the file..."),
                   QStringLiteral("Cancel")}},
                 [](int) {});
    auto* box = window.findChild<QMessageBox*>();
    QTRY_VERIFY(box->isVisible());
    for (const QPushButton* button : box->findChildren<QPushButton*>()) {
        QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
}

QTEST_MAIN(TestWidgetDialogs)
#include "tst_widgetdialogs.moc"
