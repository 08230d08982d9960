#include "app/api/anthropic/jsonreader.h"

#include "app/core/plaintext.h"

namespace tokenledger::json {

namespace {
constexpr int MaxNotices = 20;
}  // namespace

void Flaw::note(std::string_view field, const char* what) {
    if (m_text.isEmpty()) m_text = u'"' + toText(field) + QStringLiteral("\" ") + QLatin1String(what);
}

bool TermReader::read(od::value value, PoolTerm& term) {
    const std::string_view raw = value.raw_json_token();
    if (raw.size() < 2 || raw.front() != '"') {
        term = PoolNull;
        return isNull(value);
    }
    // The last characters tell ids apart, the first ones models.
    std::uint64_t mixed = raw.size();
    if (raw.size() > 8) {
        std::uint64_t head = 0;
        std::memcpy(&head, raw.data() + 1, sizeof head);
        std::memcpy(&mixed, raw.data() + raw.size() - sizeof mixed, sizeof mixed);
        mixed ^= head + raw.size();
    }
    Slot& slot = m_slots[(mixed * 0x9E37'79B9'7F4A'7C15U) >> 56];
    if (slot.raw != raw) {
        std::string_view text;
        if (value.get_string().get(text)) return false;
        slot = {raw, m_pool.intern(text)};
    }
    term = slot.term;
    return true;
}

std::optional<od::object> readObject(od::value value, std::string_view field, Flaw& flaw) {
    od::object object;
    if (!value.get_object().get(object)) return object;
    flaw.note(field, "is not an object");
    return std::nullopt;
}

std::optional<od::array> readArray(od::value value, std::string_view field, Flaw& flaw) {
    od::array array;
    if (!value.get_array().get(array)) return array;
    flaw.note(field, "is not a list");
    return std::nullopt;
}

void Notices::add(const QString& text) {
    if (m_texts.contains(text)) return;
    if (m_texts.size() < MaxNotices) {
        m_texts += text;
    } else {
        ++m_more;
    }
}

QStringList Notices::take() {
    if (m_more > 0) m_texts += QStringLiteral("%1 more of this kind").arg(m_more);
    m_more = 0;
    return std::exchange(m_texts, {});
}

std::optional<std::int64_t> epochSeconds(std::string_view text) {
    const QString wide = toText(text);
    const auto time = fromRfc3339(wide);
    if (!time || time->toMSecsSinceEpoch() % 1000 != 0) return std::nullopt;
    return time->toSecsSinceEpoch();
}

Error brokenText(error_code error) {
    const QString detail = QString::fromLatin1(simdjson::error_message(error));
    if (error == simdjson::UTF8_ERROR) {
        return {ErrorKind::BadResponse,
                QStringLiteral("The server's answer holds bytes that are not text (UTF-8). Try again."), detail};
    }
    if (error == simdjson::INCORRECT_TYPE) return unusablePage(detail);
    return {ErrorKind::BadResponse, QStringLiteral("The server's answer is cut short or is not JSON. Try again."),
            detail};
}

Error unusablePage(const QString& detail) {
    return {ErrorKind::BadResponse,
            QStringLiteral(
                "The server's answer is not the report that was asked for. Try again; if it stays so, the API has "
                "changed."),
            plainText(detail)};
}

}  // namespace tokenledger::json
