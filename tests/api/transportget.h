// One GET through a real transport, waited for in the event loop.
#pragma once

#include "app/api/networktransport.h"

#include <QPointer>
#include <QTest>

#include <optional>

namespace tokenledger::test {

[[nodiscard]] inline Result<HttpResponse> getThrough(NetworkTransport& transport, const QUrl& url,
                                                     const QByteArray& key) {
    QObject owner;
    std::optional<Result<HttpResponse>> outcome;
    HttpCall* call = transport.get({url, {}}, SecretBuffer::take(QByteArray(key.constData(), key.size())), &owner);
    QObject::connect(call, &HttpCall::finished, &owner,
                     [&outcome](const Result<HttpResponse>& response) { outcome = response; });
    const QPointer<HttpCall> alive(call);
    if (!QTest::qWaitFor([&alive] { return alive.isNull(); }, 20'000) || !outcome) qFatal("the call does not end");
    return *outcome;
}

}  // namespace tokenledger::test
