// What a refusal of the server means, in plain words. Server texts come out bounded, on one line and without the key.
#pragma once

#include "app/api/httptransport.h"

#include <optional>

namespace tokenledger {

/// For any answer that is not a 200. `key` is the one that was sent: it tells what is wrong with a refused key, and is
/// taken out of the server's words.
[[nodiscard]] Error errorOf(const HttpResponse& response, const SecretBuffer& key);

/// A 429 that no waiting helps: the organization's monthly spend limit is reached.
[[nodiscard]] bool isSpendLimit(const HttpResponse& response);

/// Of the answer that is not JSON: empty, or HTML, as the login page of a network is. Nothing when it may be JSON.
[[nodiscard]] std::optional<Error> notJson(const QByteArray& body);

/// The text without the key, should it stand in it.
[[nodiscard]] QByteArray withoutKey(QByteArray text, const SecretBuffer& key);

}  // namespace tokenledger
