// A transport that answers from a list and keeps what was asked.
#pragma once

#include "app/api/httptransport.h"

#include <QPointer>

#include <deque>
#include <optional>

namespace tokenledger::test {

class ScriptedCall final : public HttpCall {
public:
    /// Without an answer it hangs until it is aborted.
    ScriptedCall(std::optional<Result<HttpResponse>> answer, QObject* parent) : HttpCall(parent) {
        if (answer) answerLater(std::move(*answer));
    }
    void abort() override { answerLater(failure(ErrorKind::Cancelled, QStringLiteral("stopped"))); }

private:
    void answerLater(Result<HttpResponse> answer) {
        QMetaObject::invokeMethod(
            this,
            [this, answer = std::move(answer)] {
                emit finished(answer);
                deleteLater();
            },
            Qt::QueuedConnection);
    }
};

class ScriptedTransport final : public HttpTransport {
public:
    std::deque<std::optional<Result<HttpResponse>>> script;
    std::vector<QUrl> asked;
    QByteArray keySeen;
    QPointer<ScriptedCall> last;

    void will(int status, const QByteArray& body, std::vector<std::pair<QByteArray, QByteArray>> headers = {}) {
        script.emplace_back(HttpResponse{status, std::move(headers), body});
    }
    void willFail(ErrorKind kind) {
        script.emplace_back(failure(kind, QStringLiteral("The line was cut by a badger.")));
    }
    void willHang() { script.emplace_back(std::nullopt); }

    [[nodiscard]] HttpCall* get(const HttpRequest& request, const SecretBuffer& key, QObject* parent) override {
        asked.push_back(request.url);
        keySeen = QByteArray(key.bytes().constData(), key.bytes().size());
        if (script.empty()) qFatal("asked more often than the script foresees: %s", qPrintable(request.url.toString()));
        auto answer = std::move(script.front());
        script.pop_front();
        last = new ScriptedCall(std::move(answer), parent);
        return last;
    }
};

}  // namespace tokenledger::test
