// A fake Admin API on 127.0.0.1, as strict as the real one, with faults on demand. Lives in the test's thread and
// answers from its event loop, so that a test can wait for a program that talks to it.
#pragma once

#include "tests/support/fakeadmindata.h"

#include <QAbstractHttpServer>
#include <QUrl>

#include <functional>
#include <optional>
#include <vector>

namespace tokenledger::test {

/// The key that the fake server accepts. It must turn up nowhere but in requests.
inline constexpr const char* AdminKey = "sk-ant-admin01-FAKE-9tQx7ZkL2mVb4RwS-do-not-leak";

struct FakeRequest {
    QByteArray method;
    QString path;
    QString query;                                     // as it came, percent-decoded
    QList<std::pair<QByteArray, QByteArray>> headers;  // names in lower case

    [[nodiscard]] QByteArray header(const QByteArray& name) const;
};

struct FakeAnswer {
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray contentType = "application/json";
    QByteArray body;
    int delayMs = 0;
    bool drop = false;                     // close the connection instead of answering
    std::optional<qsizetype> bytesOfBody;  // send only these, then close; the length header promises all
    std::optional<QByteArray> raw;         // send these bytes instead of a whole HTTP answer, then close
    bool drip = false;                     // send the answer in a hundred pieces, slowly
};

/// Which requests a fault is for: those whose path and query contain the texts; the first `skip` of them pass.
struct FaultTarget {
    QString path = QString();
    QString query = QString();
    int skip = 0;
    int times = 1;  // Always: every one of them
};
inline constexpr int Always = -1;
using Fault = std::function<void(FakeAnswer&)>;

class FakeAdminServer : public QAbstractHttpServer {
    Q_OBJECT
public:
    explicit FakeAdminServer(QObject* parent = nullptr);

    /// http://127.0.0.1:PORT
    [[nodiscard]] QUrl url() const;

    FakeData data;
    QByteArray key = AdminKey;
    QDateTime now = QDateTime::currentDateTimeUtc();  // decides which buckets exist
    std::optional<int> mostPerPage;                   // smaller pages than the client asked for

    /// Only so many more requests are answered; then 429 until `reset`, which the headers tell.
    void setRateLimit(int limit, int remaining, const QDateTime& reset);

    void inject(FaultTarget target, Fault fault);
    void clearFaults() { m_faults.clear(); }

    [[nodiscard]] const std::vector<FakeRequest>& requests() const { return m_requests; }
    [[nodiscard]] int requestsTo(const QString& path) const;
    void forgetRequests() { m_requests.clear(); }

    /// Until listenAgain() on the same port, connections are refused.
    void stopListening();
    void listenAgain();
    [[nodiscard]] bool isListening() const;

signals:
    /// Before the answer is made; `count` requests have come so far.
    void requested(int count);
    /// The last byte of the answer to the request of this number is on its way.
    void answered(int count);

protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
    struct Scripted {
        FaultTarget target;
        Fault fault;
        int seen = 0;
    };
    struct RateLimit {
        int limit = 0;
        int remaining = 0;
        QDateTime reset;
    };
    [[nodiscard]] FakeAnswer answer(const FakeRequest& request);
    [[nodiscard]] tl::expected<QByteArray, AdminRefusal> body(const FakeRequest& request) const;
    void applyFaults(const FakeRequest& request, FakeAnswer& answer);

    std::vector<FakeRequest> m_requests;
    std::vector<Scripted> m_faults;
    std::optional<RateLimit> m_rateLimit;
    quint16 m_port = 0;
    int m_answers = 0;
};

}  // namespace tokenledger::test
