// No fault of the network or the server loses a row, doubles one, or shows a figure that is not the server's. Each
// fault at each request of a sync, once; then mixtures of them, late data and cancelled syncs, over several syncs.
// TOKENLEDGER_FAULT_RUNS (50) and TOKENLEDGER_FAULT_SEED tell how many mixtures, and which.
#include "tests/e2e/faultlab.h"
#include "tests/e2e/faultyorganization.h"

#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

struct Counts {
    int runs = 0;
    int faults = 0;
    int lost = 0;
    int doubled = 0;
};

int fromEnvironment(const char* name, int standard) {
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : standard;
}

QDateTime at(const char* time) { return *fromRfc3339(QString::fromLatin1(time)); }

}  // namespace

class Faults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        FaultLab lab;
        prepare(lab, 0);
        QVERIFY(!lab.cleanSync().stoppedBy);
        m_requests = static_cast<int>(lab.server.requests().size());
        QVERIFY(m_requests > 12);
    }

    void eachFaultAtEachRequest_data() {
        QTest::addColumn<int>("which");
        const auto& catalogue = faultCatalogue();
        for (std::size_t i = 0; i < catalogue.size(); ++i) {
            QTest::addRow("%s", catalogue[i].name.constData()) << static_cast<int>(i);
        }
    }

    void eachFaultAtEachRequest() {
        QFETCH(int, which);
        const FaultKind& kind = faultCatalogue()[static_cast<std::size_t>(which)];
        int applied = 0;
        for (int request = 0; request < m_requests; ++request) {
            FaultLab lab;
            prepare(lab, static_cast<quint32>(request));
            // An empty cache, or one that has an older state of everything.
            const bool isFilled = request % 2 == 1 || kind.name == "another organization";
            if (isFilled) {
                QVERIFY(!lab.cleanSync().stoppedBy);
                revise(lab);
            }
            lab.setNow(at("2026-11-20T14:00:00Z"));
            const int before = applied;
            inject(lab, kind, request, isFilled, applied);
            const SyncSummary summary = lab.sync();
            if (applied == before) continue;
            const QByteArray place = "request " + QByteArray::number(request) + ", " +
                                     lab.server.requests()[static_cast<std::size_t>(request)].path.toLatin1();
            for (const FakeRequest& asked : lab.server.requests()) QVERIFY(asked.path != RedirectPath);
            const bool isWhole = summary.failed.empty() && !summary.stoppedBy;
            if (kind.effect != Effect::Depends)
                QVERIFY2(isWhole == (kind.effect == Effect::Harmless), QByteArray(place + ": " + textOf(summary)));
            take(lab, place);
            if (QTest::currentTestFailed()) return;
        }
        m_counts.faults += applied;
        QVERIFY2(applied > 0, "no request of the sync can suffer this fault");
    }

    void mixtures() {
        const int runs = fromEnvironment("TOKENLEDGER_FAULT_RUNS", 50);
        const int seed = fromEnvironment("TOKENLEDGER_FAULT_SEED", 20'261'120);
        for (int run = 0; run < runs; ++run) {
            mixture(static_cast<quint32>(seed + run));
            if (QTest::currentTestFailed()) {
                qWarning("in the mixture of seed %d", seed + run);
                return;
            }
        }
    }

    void cleanupTestCase() {
        qInfo("faults injected %d, runs %d, rows lost %d, rows doubled %d", m_counts.faults, m_counts.runs,
              m_counts.lost, m_counts.doubled);
        QCOMPARE(m_counts.lost, 0);
        QCOMPARE(m_counts.doubled, 0);
    }

private:
    /// Three days, in pages of two: every kind of request has a second page.
    void prepare(FaultLab& lab, quint32 seed) {
        m_dice.seed(seed + 1);
        lab.scope.days = {UtcDay::fromDate(2026, 11, 15), UtcDay::fromDate(2026, 11, 17)};
        lab.server.data = randomOrganization(m_dice, lab.scope.days);
        lab.server.mostPerPage = 2;
        lab.setNow(at("2026-11-17T12:00:00Z"));
    }

    void revise(FaultLab& lab) {
        const UtcDay firstOpen = UtcDay::fromDateTime(lab.clock.present.addSecs(-FinalAfterSeconds));
        test::revise(lab.server.data, m_dice, lab.scope.days,
                     {std::max(firstOpen, lab.scope.days.first), lab.scope.days.last},
                     lab.scope.width == BucketWidth::Hour);
    }

    void inject(FaultLab& lab, const FaultKind& kind, int request, bool ownerIsKnown, int& applied) {
        lab.server.inject({.skip = request}, [this, &lab, &kind, ownerIsKnown, &applied](FakeAnswer& answer) {
            FaultScene scene{lab.server, m_dice, ownerIsKnown};
            if (kind.apply(answer, scene)) ++applied;
        });
    }

    static QByteArray textOf(const SyncSummary& summary) {
        QByteArray text = summary.stoppedBy ? summary.stoppedBy->message.toUtf8() : QByteArray("not stopped");
        for (const SyncFailure& failure : summary.failed) {
            text += "; " + (failure.day ? failure.day->toIso().toUtf8() : QByteArray("a list")) + ' ' +
                    failure.error.toUtf8();
        }
        return text;
    }

    /// Judges what the faulty sync left, syncs again without faults, and judges again.
    void take(FaultLab& lab, const QByteArray& place) {
        ++m_counts.runs;
        const Verdict faulty = lab.judge();
        QVERIFY2(faulty.complaints.isEmpty(), QByteArray(place + ", after the fault: " + faulty.text().toUtf8()));
        lab.setNow(lab.clock.present.addSecs(60));
        const SyncSummary clean = lab.cleanSync();
        QVERIFY2(clean.failed.empty() && !clean.stoppedBy, QByteArray(place + ", clean sync: " + textOf(clean)));
        const Verdict whole = lab.judgeWhole();
        m_counts.lost += faulty.lost + whole.lost;
        m_counts.doubled += faulty.doubled + whole.doubled;
        QVERIFY2(whole.complaints.isEmpty(), QByteArray(place + ", after a clean sync: " + whole.text().toUtf8()));
    }

    void mixture(quint32 seed) {
        m_dice.seed(seed);
        FaultLab lab;
        lab.scope.days = {UtcDay::fromDate(2026, 11, 10), UtcDay::fromDate(2026, 11, 20)};
        lab.scope.width = m_dice.bounded(4) == 0 ? BucketWidth::Hour : BucketWidth::Day;
        lab.server.data = randomOrganization(m_dice, lab.scope.days);
        if (m_dice.bounded(4) != 0)
            lab.server.mostPerPage = m_dice.bounded(lab.scope.width == BucketWidth::Hour ? 50 : 6) + 1;
        lab.setNow(at("2026-11-20T13:42:00Z"));
        const int perMille = std::array{20, 100, 300}[m_dice.bounded(3U)];
        for (int syncs = m_dice.bounded(3) + 1; syncs > 0; --syncs) {
            lab.server.clearFaults();
            lab.server.listenAgain();
            lab.cancelAt = m_dice.bounded(6) == 0 ? m_dice.bounded(20) + 1 : 0;
            lab.server.inject({.times = Always}, [&](FakeAnswer& answer) {
                if (m_dice.bounded(1000) >= perMille) return;
                const auto& catalogue = faultCatalogue();
                const FaultKind& kind = catalogue[m_dice.bounded(static_cast<quint32>(catalogue.size()))];
                FaultScene scene{lab.server, m_dice, m_ownerIsKnown};
                if (kind.apply(answer, scene)) ++m_counts.faults;
            });
            if (lab.sync().organization) m_ownerIsKnown = true;
            const Verdict verdict = lab.judge();
            QVERIFY2(verdict.complaints.isEmpty(), verdict.text().toUtf8());
            revise(lab);
            lab.setNow(lab.clock.present.addSecs(60 + m_dice.bounded(100'000)));
        }
        take(lab, "mixture");
        m_ownerIsKnown = false;
    }

    QRandomGenerator m_dice;
    Counts m_counts;
    int m_requests = 0;  // of a sync without faults
    bool m_ownerIsKnown = false;
};

QTEST_GUILESS_MAIN(Faults)
#include "tst_faults.moc"
