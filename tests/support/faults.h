// What can go wrong on the way from the Admin API, as changes to a good answer.
#pragma once

#include "tests/support/fakeadminserver.h"

namespace tokenledger::test {

/// An error envelope with this status; headers as given.
[[nodiscard]] Fault failWith(int status, const QByteArray& type, QList<std::pair<QByteArray, QByteArray>> headers = {});
/// 429, with `retry-after` in whole seconds or without it.
[[nodiscard]] Fault tooMany(std::optional<int> retryAfter);
/// A page for people, as proxies send it.
[[nodiscard]] Fault htmlPage(int status);
[[nodiscard]] Fault dropConnection();
[[nodiscard]] Fault answerLate(int milliseconds);
/// The connection ends in the middle of the body.
[[nodiscard]] Fault cutConnection();
/// A complete HTTP answer whose JSON stops in the middle.
[[nodiscard]] Fault cutJson();
[[nodiscard]] Fault redirectTo(const QUrl& url);
/// Replaces a text in the body; the test fails where it is not there.
[[nodiscard]] Fault replaceText(const QByteArray& from, const QByteArray& to);
[[nodiscard]] Fault replaceBody(const QByteArray& body);
/// Says that there are more pages, under this token, whatever page was asked.
[[nodiscard]] Fault repeatPage(const QString& token);

}  // namespace tokenledger::test
