// What a key is good for, in plain words: asks who the organization is and whether reports may be read. One shot:
// start() once, finished() once. Lives in the client's thread; the client must outlive it.
#pragma once

#include "app/api/adminclient.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace tokenledger {

struct KeyCheckReport {
    enum class Step { NotAsked, Asking, Good, Bad };

    QString host;
    KeyKind keyKind = KeyKind::Unknown;  // by its prefix only
    /// An HTTP answer came, whatever it said; the time that it took.
    std::optional<std::chrono::milliseconds> reachedIn;
    std::optional<Result<Organization>> organization;
    std::optional<Result<void>> mayReadReports;  // usage and cost

    Step reached = Step::NotAsked;
    Step identified = Step::NotAsked;
    Step permitted = Step::NotAsked;

    std::optional<Error> error;  // the cause, when the key does not do
    QString headline;            // one line, always set in the final report
    QString explanation;         // what to do about it; may be empty when all is well

    [[nodiscard]] bool isGood() const { return permitted == Step::Good; }
};

class KeyCheck : public QObject {
    Q_OBJECT
public:
    /// `kind`: keyKind() of the key that the client holds.
    KeyCheck(AdminClient& client, KeyKind kind, Clock& clock, QObject* parent = nullptr);

    /// What the client should be made with: a person waits for the result, so one retry and no pause of an hour.
    [[nodiscard]] static RetryPolicy policy();

    void start();
    /// finished() follows at once, with a Cancelled error.
    void cancel();

signals:
    void progressed(const tokenledger::KeyCheckReport& report);
    void finished(const tokenledger::KeyCheckReport& report);

private:
    void askForReports();
    void noteReached(const Error* error, const RequestLogEntry& log);
    void finish();

    AdminClient& m_client;
    Clock& m_clock;
    KeyCheckReport m_report;
    bool m_finished = false;
};

}  // namespace tokenledger
