// tokenledger_windowbench CACHE: measures what the window promises about speed, on a cache of tokenledger_bench --keep,
// and prints it: page switch to painted page, change of the period to painted page, the longest single event that the
// GUI thread handled meanwhile, and memory. At toy size it is a test that every page settles.
#include "tests/api/manualclock.h"
#include "tests/gui/guifixture.h"
#include "ui/healthcontroller.h"
#include "ui/picturecontroller.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTextStream>
#include <QThread>

#include <algorithm>

using namespace tokenledger;

namespace {

QTextStream& out() {
    static QTextStream stream(stdout);
    return stream;
}

double milliseconds(qint64 nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; }

/// Times every event. The longest says how long the window did not answer.
class TimingApplication final : public QApplication {
public:
    using QApplication::QApplication;
    qint64 longest = 0;

    bool notify(QObject* receiver, QEvent* event) override {
        // Other threads' events come here, too.
        if (QThread::currentThread() != thread() || m_depth > 0) return QApplication::notify(receiver, event);
        QElapsedTimer timer;
        timer.start();
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        longest = std::max(longest, timer.nsecsElapsed());
        return handled;
    }

private:
    int m_depth = 0;
};

bool isSettled(MainWindow& window) {
    const auto sources = window.findChildren<PictureSource*>();
    return window.controller().overviewIsCurrent() &&
           std::none_of(sources.begin(), sources.end(), [](const PictureSource* source) { return source->isBusy(); });
}

struct Measured {
    std::vector<double> whole;  // of each run
    double longestEvent = 0;
};

/// From the change to a painted window, several times; `back` undoes it, unmeasured.
Measured measure(TimingApplication& application, MainWindow& window, int runs, const std::function<void(int)>& change,
                 const std::function<void()>& back) {
    Measured measured;
    const auto settle = [&window] {
        while (!isSettled(window)) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    };
    for (int run = 0; run < runs; ++run) {
        back();
        settle();
        application.longest = 0;
        QElapsedTimer timer;
        timer.start();
        change(run);
        settle();
        measured.whole.push_back(milliseconds(timer.nsecsElapsed()));
        measured.longestEvent = std::max(measured.longestEvent, milliseconds(application.longest));
    }
    return measured;
}

void print(const QString& what, const Measured& measured) {
    const auto [best, worst] = std::minmax_element(measured.whole.begin(), measured.whole.end());
    out() << QStringLiteral("%1: %2 ms (first %3, worst %4), longest event %5 ms\n")
                 .arg(what)
                 .arg(*best, 0, 'f', 1)
                 .arg(measured.whole.front(), 0, 'f', 1)
                 .arg(*worst, 0, 'f', 1)
                 .arg(measured.longestEvent, 0, 'f', 1);
    out().flush();
}

/// A line of /proc/self/status, such as "VmHWM".
QString memory(const char* name) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) return QStringLiteral("not known here");
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(name)) return QString::fromLatin1(line.mid(line.indexOf(':') + 1).simplified());
    }
    return QStringLiteral("not known here");
}

FilterState withPeriod(const FilterState& filters, PeriodPreset preset) {
    FilterState changed = filters;
    changed.period = preset;
    return changed;
}

}  // namespace

int main(int argc, char* argv[]) {
    TimingApplication application(argc, argv);
    if (QApplication::arguments().size() != 2 || !QFile::exists(QApplication::arguments().at(1))) {
        QTextStream(stderr) << "tokenledger_windowbench CACHE (of tokenledger_bench --keep)" << Qt::endl;
        return 2;
    }
    test::ManualClock clock;
    clock.time = QDateTime(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC);
    test::GuiHome home(&clock);
    Look look(ThemeChoice::Light);
    MainWindow window(home.services, look);
    window.resize(1440, 900);
    window.show();
    QSignalSpy opened(&window.controller(), &SessionController::opened);
    window.openFile(QApplication::arguments().at(1));
    while (opened.isEmpty()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);

    for (const PeriodPreset preset : {PeriodPreset::Days30, PeriodPreset::All}) {
        const QString period = preset == PeriodPreset::All ? QStringLiteral("all days") : QStringLiteral("30 days");
        window.controller().setFilters(withPeriod(window.controller().filters(), preset));
        for (const PageInfo& page : pageList()) {
            const PageId other = page.id == PageId::DataHealth ? PageId::Overview : PageId::DataHealth;
            // Each time the picture has to be read anew: the page has not seen these filters yet.
            const auto leave = [&] {
                window.showPage(other);
                FilterState filters = window.controller().filters();
                filters.comparison =
                    filters.comparison == Comparison::None ? Comparison::PreviousPeriod : Comparison::None;
                window.controller().setFilters(filters);
            };
            print(QStringLiteral("switch to %1, %2").arg(page.name, period),
                  measure(
                      application, window, 6, [&](int) { window.showPage(page.id); }, leave));
            const auto change = [&](int) {
                window.controller().setFilters(withPeriod(window.controller().filters(), preset));
            };
            const auto undo = [&] {
                window.controller().setFilters(withPeriod(window.controller().filters(), PeriodPreset::Days7));
            };
            print(QStringLiteral("7 days to %2 on %1").arg(page.name, period),
                  measure(application, window, 6, change, undo));
        }
    }
    out() << "memory: resident " << memory("VmRSS") << ", most " << memory("VmHWM") << '\n';
    return 0;
}
