// The one place in memory where the admin key lives: move-only, wiped when it goes.
#pragma once

#include <QByteArray>

namespace tokenledger {

class SecretBuffer {
public:
    SecretBuffer() = default;
    /// Takes the bytes over and wipes the source. Surrounding white space is dropped.
    [[nodiscard]] static SecretBuffer take(QByteArray&& bytes);
    /// A second buffer with the same secret, for a component that outlives this one.
    [[nodiscard]] SecretBuffer duplicate() const;

    SecretBuffer(SecretBuffer&& other) noexcept;
    SecretBuffer& operator=(SecretBuffer&& other) noexcept;
    SecretBuffer(const SecretBuffer&) = delete;
    SecretBuffer& operator=(const SecretBuffer&) = delete;
    ~SecretBuffer();

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The secret itself; do not keep, log or copy it further than the request header or the keychain.
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    void wipe() noexcept;
    QByteArray m_bytes;
};

/// Overwrites the bytes in place, in a way that the compiler keeps.
void wipe(QByteArray& bytes) noexcept;

/// What kind of key it seems to be, by its prefix only; the server decides.
enum class KeyKind { Admin, EnterpriseAnalytics, Ordinary, Unknown };
[[nodiscard]] KeyKind keyKind(const SecretBuffer& key);

}  // namespace tokenledger
