// The OS keychain behind a seam. There is no plaintext fallback: where no keychain answers, that is an error value.
#pragma once

#include "app/core/result.h"
#include "app/core/secretbuffer.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace tokenledger {

/// Answers arrive in the caller's thread, from the event loop; never when `context` died first.
/// Errors: NotFound (no key for this profile), Secret (no keychain, locked, refused).
class SecretStore {
public:
    virtual ~SecretStore() = default;
    SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;

    virtual void read(const QString& profile, QObject* context, std::function<void(Result<SecretBuffer>)> done) = 0;
    virtual void write(const QString& profile, SecretBuffer key, QObject* context,
                       std::function<void(Result<void>)> done) = 0;
    virtual void remove(const QString& profile, QObject* context, std::function<void(Result<void>)> done) = 0;
};

/// QtKeychain: Secret Service or KWallet on Linux, Keychain on macOS, Credential Manager on Windows.
/// `patience`: how long an answer may take, by default long enough to type the keyring's password. Without a bound, a
/// keychain that never answers (libsecret on an event loop without GLib, for one) would hang the program.
[[nodiscard]] std::unique_ptr<SecretStore> makeKeychainStore(
    std::chrono::milliseconds patience = std::chrono::minutes(2));

}  // namespace tokenledger
