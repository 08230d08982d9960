// Importing an internal tracking in the real window: what is understood, what is refused, what is shown of it then.
#include "charts/format.h"
#include "storage/cachewriter.h"
#include "tests/gui/samplewindow.h"
#include "ui/pages/trackingcard.h"
#include "ui/pages/trackingtable.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/notice.h"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTextBrowser>

using namespace tokenledger;
using namespace tokenledger::test;

class TrackingImportTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void cardInvitesToImport();
    void refusesWithLineAndColumn();
    void showsWhatWasUnderstood();
    void columnsCanBeNamed();
    void importsAndShows();
    void overviewSaysWhere();
    void aSourceIsReadAsBefore();

private:
    QDialog& dialog();
    QString write(const char* name, const QByteArray& bytes);
    QString notice() { return find<QLabel>(dialog(), "trackingNoticeText").text(); }
    QString preview() { return find<QTextBrowser>(dialog(), "trackingPreview").toPlainText(); }
    void choosePath(const QString& path);

    GuiHome m_home;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TrackingCard> m_card;
};

namespace {

constexpr int Patience = 60'000;

const QByteArray Good =
    "date,model,output,requests,successful_requests\n"
    "2026-11-10,claude-opus-5-5,1,1000,992\n"
    "2026-11-11,claude-ghost-1,7,500,496\n";

}  // namespace

void TrackingImportTest::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_look = std::make_unique<Look>(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>(m_home.services, *m_look);
    m_window->resize(1440, 900);
    m_window->show();
    m_window->openSample();
    QSignalSpy synced(&m_window->controller(), &SessionController::syncFinished);
    QVERIFY(synced.wait(SamplePatience));
    QVERIFY(showSettled(*m_window, PageId::Overview));
    m_card = std::make_unique<TrackingCard>(*m_look, m_window->controller());
    m_card->resize(1180, 420);
    m_card->show();
    m_card->setActive(true);
}

QString TrackingImportTest::write(const char* name, const QByteArray& bytes) {
    QFile file(m_home.path(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file");
    return file.fileName();
}

QDialog& TrackingImportTest::dialog() {
    find<QAction>(*m_window, "actionInternalTracking").trigger();
    return find<QDialog>(*m_window, "trackingImportDialog");
}

void TrackingImportTest::choosePath(const QString& path) {
    m_home.dialogs.files.push_back(path);
    QTest::mouseClick(&find<Button>(dialog(), "trackingChoose"), Qt::LeftButton);
}

void TrackingImportTest::cardInvitesToImport() {
    // The sample organization has a tracking of its own.
    QTRY_VERIFY_WITH_TIMEOUT(m_card->tracking().isCurrent() && m_card->tracking().picture()->comparison, Patience);
    QCOMPARE(m_card->tracking().picture()->sources, QStringList{QStringLiteral("Gateway")});
    const auto removed = m_window->controller().session()->change([](CacheWriter& writer, const Author& author) {
        return writer.removeTracking(QStringLiteral("Gateway"), author);
    });
    QTRY_VERIFY_WITH_TIMEOUT(removed.isFinished(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_card->tracking().isCurrent() && !m_card->tracking().picture()->comparison, Patience);
    QVERIFY(showSettled(*m_window, PageId::Overview));
    QVERIFY(find<QWidget>(*m_card, "trackingState").isVisible());
    QVERIFY(!find<Button>(*m_card, "trackingSource").isVisible());
    QVERIFY(!find<QWidget>(*m_window, "overviewTracked").isVisible());
    QSignalSpy wanted(m_card.get(), &TrackingCard::importWanted);
    QTest::mouseClick(&find<Button>(*m_card, "trackingImport"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void TrackingImportTest::refusesWithLineAndColumn() {
    QVERIFY(!find<Button>(dialog(), "trackingDoImport").isEnabled());
    QTest::keyClicks(&find<QLineEdit>(dialog(), "trackingSourceName"), QStringLiteral("Proxy"));
    choosePath(write("bad.csv", Good + "2026-11-12,claude-opus-5-5,=SUM(A1:A2),1,1\n"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("Line 4, column 3 (output)")), Patience);
    QVERIFY(notice().contains(QStringLiteral("formula")));
    QVERIFY(!find<Button>(dialog(), "trackingDoImport").isEnabled());
}

void TrackingImportTest::showsWhatWasUnderstood() {
    choosePath(write("good.csv", Good));
    QTRY_VERIFY_WITH_TIMEOUT(preview().contains(QStringLiteral("not in Anthropic's usage: claude-ghost-1")), Patience);
    for (const char* says : {"separated by: comma", "2026-11-10 to 2026-11-11", "claude-opus-5-5", "requests 1500"}) {
        QVERIFY2(preview().contains(QLatin1String(says)), qPrintable(preview()));
    }
    QVERIFY(find<Button>(dialog(), "trackingDoImport").isEnabled());
}

void TrackingImportTest::columnsCanBeNamed() {
    choosePath(write("german.csv", "Tag;Modell;Aus\n20.11.2026;claude-opus-5-5;1.234\n"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("It has: Tag, Modell, Aus.")), Patience);
    auto& columns = find<QTableWidget>(dialog(), "trackingColumns");
    columns.item(static_cast<int>(TrackingField::Date), 1)->setText(QStringLiteral("Tag"));
    columns.item(static_cast<int>(TrackingField::Model), 1)->setText(QStringLiteral("Modell"));
    columns.item(static_cast<int>(TrackingField::Output), 1)->setText(QStringLiteral("Aus"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("--decimal-comma")), Patience);
    QTest::mouseClick(&find<QWidget>(dialog(), "trackingDecimalComma"), Qt::LeftButton, {}, QPoint(8, 8));
    QTRY_VERIFY_WITH_TIMEOUT(preview().contains(QStringLiteral("output 1234")), Patience);
    // A preset starts anew.
    choose(find<Button>(dialog(), "trackingPreset"), QStringLiteral("Own format"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("It has: Tag, Modell, Aus.")), Patience);
}

void TrackingImportTest::importsAndShows() {
    choosePath(write("good.csv", Good));
    auto& import = find<Button>(dialog(), "trackingDoImport");
    QTRY_VERIFY_WITH_TIMEOUT(import.isEnabled(), Patience);
    QTest::mouseClick(&import, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_card->tracking().isCurrent() && m_card->tracking().picture()->comparison, Patience);
    QTRY_VERIFY(m_window->findChild<QDialog*>(QStringLiteral("trackingImportDialog")) == nullptr);
    const TrackingPicture& picture = *m_card->tracking().picture();
    QCOMPARE(picture.sources, QStringList{QStringLiteral("Proxy")});
    QStringList statuses;
    for (const TrackingMatchRow& row : picture.comparison->match.rows) {
        QVERIFY(row.kind == TrackedKind::Output);
        QCOMPARE(row.daysCompared, 2);
        statuses << picture.comparison->models.at(row.model) + u' ' + trackingStatusTitle(row.status);
    }
    QVERIFY2(statuses.contains(QStringLiteral("claude-ghost-1 only internal")), qPrintable(statuses.join(u',')));
    QVERIFY2(statuses.contains(QStringLiteral("claude-opus-5-5 investigate")), qPrintable(statuses.join(u',')));
    QCOMPARE(find<DataTable>(*m_card, "trackingTable").tableModel().sourceRows(),
             picture.comparison->match.rows.size());
    QCOMPARE(find<Button>(*m_card, "trackingSource").text(), QStringLiteral("Proxy"));
    const Explanation why = whyTracking(picture, picture.comparison->match.rows.front());
    QVERIFY(!why.formula.isEmpty() && why.facts.size() >= 6);
}

void TrackingImportTest::overviewSaysWhere() {
    QVERIFY(showSettled(*m_window, PageId::Overview));
    auto& strip = find<Notice>(*m_window, "overviewTracked");
    QTRY_VERIFY_WITH_TIMEOUT(strip.isVisible(), Patience);
    const QString text = find<QLabel>(strip, "overviewTrackedText").text();
    QVERIFY2(text.contains(QStringLiteral("1,500 requests · %1 successful").arg(formatPercent(1488, 1500))),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("from internal tracking (Proxy)")), qPrintable(text));
}

void TrackingImportTest::aSourceIsReadAsBefore() {
    choosePath(write("odd.csv", "Tag;Modell;Aus\n03/04/2026;claude-opus-5-5;1.234\n"));
    auto& source = find<QLineEdit>(dialog(), "trackingSourceName");
    source.setText(QStringLiteral("Sheet"));
    auto& columns = find<QTableWidget>(dialog(), "trackingColumns");
    columns.item(static_cast<int>(TrackingField::Date), 1)->setText(QStringLiteral("Tag"));
    columns.item(static_cast<int>(TrackingField::Model), 1)->setText(QStringLiteral("Modell"));
    columns.item(static_cast<int>(TrackingField::Output), 1)->setText(QStringLiteral("Aus"));
    QTest::mouseClick(&find<QWidget>(dialog(), "trackingDecimalComma"), Qt::LeftButton, {}, QPoint(8, 8));
    choose(find<Button>(dialog(), "trackingDates"), QStringLiteral("Day first: 20/11/2026"));
    auto& import = find<Button>(dialog(), "trackingDoImport");
    QTRY_VERIFY_WITH_TIMEOUT(import.isEnabled(), Patience);
    QTest::mouseClick(&import, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QDialog*>(QStringLiteral("trackingImportDialog")) == nullptr,
                             Patience);
    // The next file of that source needs its name only.
    choosePath(write("odd2.csv", "Tag;Modell;Aus\n04/04/2026;claude-opus-5-5;5.678\n"));
    QTest::keyClicks(&find<QLineEdit>(dialog(), "trackingSourceName"), QStringLiteral("Sheet"));
    QTest::keyClick(&find<QLineEdit>(dialog(), "trackingSourceName"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(preview().contains(QStringLiteral("2026-04-04")), Patience);
    QVERIFY(preview().contains(QStringLiteral("output 5678")));
    dialog().close();
}

QTEST_MAIN(TrackingImportTest)
#include "tst_trackingimport.moc"
