// An AdminClient on a scripted transport and a manual clock, and what it answered to me().
#pragma once

#include "app/api/adminclient.h"
#include "tests/api/manualclock.h"
#include "tests/api/scriptedtransport.h"

#include <QTest>

namespace tokenledger::test {

inline const QByteArray AdminKey = "sk-ant-admin01-qZ7-very-secret-tail";
// Without raw strings: moc loses its way in them.
inline const QByteArray MeBody = "{\"id\":\"org-1\",\"name\":\"Acme\",\"type\":\"organization\"}";

inline QByteArray refusal(const char* type, const QByteArray& message) {
    return "{\"type\":\"error\",\"error\":{\"type\":\"" + QByteArray(type) + "\",\"message\":\"" + message +
           "\"},\"request_id\":\"req_body\"}";
}

/// Fresh for each test function.
class ClientHarness : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_clock = std::make_unique<ManualClock>();
        m_transport = std::make_unique<ScriptedTransport>();
        m_answers.clear();
        make();
    }
    void cleanup() { m_client.reset(); }

protected:
    void make(RetryPolicy policy = {}, const QByteArray& key = AdminKey) {
        m_client = std::make_unique<AdminClient>(*m_transport, *m_clock, AdminClient::defaultBaseUrl(),
                                                 SecretBuffer::take(QByteArray(key.constData(), key.size())), policy);
    }
    /// Asks who the organization is and drives the event loop until there is an answer, or somebody waits.
    void askMe() {
        const std::size_t before = m_answers.size();
        m_client->me([this](const ApiAnswer<Organization>& answer) { m_answers.push_back(answer); });
        QTRY_VERIFY(m_answers.size() > before || !m_clock->waits().empty());
    }
    ApiAnswer<Organization> answered() {
        if (m_answers.size() != 1) qFatal("%zu answers instead of one", m_answers.size());
        return m_answers.front();
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<AdminClient> m_client;
    std::vector<ApiAnswer<Organization>> m_answers;
};

}  // namespace tokenledger::test
