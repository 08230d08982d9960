#include "app/core/secretbuffer.h"

#include <cstring>
#include <utility>

namespace tokenledger {

void wipe(QByteArray& bytes) noexcept {
    if (!bytes.isEmpty()) {
        // data() detaches a shared array: only the sole owner's bytes are overwritten, which is why nobody shares them.
        char* data = bytes.data();
        std::memset(data, 0, static_cast<std::size_t>(bytes.size()));
        asm volatile("" : : "r"(data) : "memory");
    }
    bytes.clear();
}

SecretBuffer SecretBuffer::take(QByteArray&& bytes) {
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    qsizetype first = 0;
    qsizetype end = bytes.size();
    while (first < end && isBlank(bytes.at(first))) ++first;
    while (end > first && isBlank(bytes.at(end - 1))) --end;
    SecretBuffer secret;
    secret.m_bytes = QByteArray(bytes.constData() + first, end - first);
    tokenledger::wipe(bytes);
    return secret;
}

SecretBuffer SecretBuffer::duplicate() const {
    SecretBuffer copy;
    copy.m_bytes = QByteArray(m_bytes.constData(), m_bytes.size());
    return copy;
}

SecretBuffer::SecretBuffer(SecretBuffer&& other) noexcept : m_bytes(std::exchange(other.m_bytes, QByteArray())) {}

SecretBuffer& SecretBuffer::operator=(SecretBuffer&& other) noexcept {
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, QByteArray());
    }
    return *this;
}

SecretBuffer::~SecretBuffer() { wipe(); }

void SecretBuffer::wipe() noexcept { tokenledger::wipe(m_bytes); }

KeyKind keyKind(const SecretBuffer& key) {
    const QByteArray& bytes = key.bytes();
    if (bytes.startsWith("sk-ant-admin")) return KeyKind::Admin;
    if (bytes.startsWith("sk-ant-api01-")) return KeyKind::EnterpriseAnalytics;
    if (bytes.startsWith("sk-ant-api")) return KeyKind::Ordinary;
    return KeyKind::Unknown;
}

}  // namespace tokenledger
