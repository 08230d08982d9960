// Internal to this folder: what the report parsers share of reading JSON with simdjson. One pass, no tree: a value is
// read where it stands. A simdjson error_code that a function returns means that the text itself is broken; what is
// sound JSON but not what the API promises is a flaw, kept as text.
#pragma once

#include "app/core/records.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <simdjson.h>

namespace tokenledger::json {

namespace od = simdjson::ondemand;
using simdjson::error_code;

/// Calls fn(field, place) for every field; fn returns an error_code.
template <typename Fn>
error_code eachField(od::object object, Fn fn) {
    std::size_t place = 0;
    for (auto entry : object) {
        od::field field;
        if (const error_code error = std::move(entry).get(field)) return error;
        if (const error_code error = fn(field, place++)) return error;
    }
    return simdjson::SUCCESS;
}

/// Calls fn(value) for every element; fn returns an error_code.
template <typename Fn>
error_code eachElement(od::array array, Fn fn) {
    for (auto entry : array) {
        od::value value;
        if (const error_code error = std::move(entry).get(value)) return error;
        if (const error_code error = fn(value)) return error;
    }
    return simdjson::SUCCESS;
}

/// Which of a few names a key is. Rows repeat the order of their fields: what stood in this place last is tried first.
template <std::size_t Count>
class FieldNames {
public:
    /// Names of less than 32 characters.
    explicit FieldNames(const std::array<std::string_view, Count>& names) : m_names(names) {
        for (std::size_t i = 0; i < Count; ++i) {
            std::copy(names[i].begin(), names[i].end(), m_quoted[i].begin());
            m_quoted[i][names[i].size()] = '"';
        }
    }

    /// The index of the name; Count for an unknown one.
    [[nodiscard]] std::size_t find(const od::field& field, std::size_t place) {
        const char* key = field.key().raw();
        std::size_t& last = m_last[std::min(place, m_last.size() - 1)];
        if (isName(key, last)) return last;
        for (std::size_t i = 0; i < Count; ++i) {
            if (isName(key, i)) return last = i;
        }
        return Count;
    }
    [[nodiscard]] std::string_view name(std::size_t index) const { return m_names[index]; }

private:
    // Whole words instead of memcmp: this is asked for every key of every row. simdjson pads its text enough.
    [[nodiscard]] bool isName(const char* key, std::size_t index) const {
        const std::size_t size = m_names[index].size() + 1;
        const char* quoted = m_quoted[index].data();
        std::size_t done = 0;
        for (; done + 8 <= size; done += 8) {
            if (word(key + done) != word(quoted + done)) return false;
        }
        if (done == size) return true;
        const std::size_t beyond = 64 - 8 * (size - done);
        constexpr bool Little = std::endian::native == std::endian::little;
        const std::uint64_t mask = Little ? ~std::uint64_t{0} >> beyond : ~std::uint64_t{0} << beyond;
        return ((word(key + done) ^ word(quoted + done)) & mask) == 0;
    }
    [[nodiscard]] static std::uint64_t word(const char* bytes) {
        std::uint64_t value = 0;
        std::memcpy(&value, bytes, sizeof value);
        return value;
    }

    std::array<std::string_view, Count> m_names;
    std::array<std::array<char, 40>, Count> m_quoted{};
    std::array<std::size_t, 2 * Count> m_last{};
};

/// The first thing found wrong with a record.
class Flaw {
public:
    void note(std::string_view field, const char* what);
    void note(const QString& text) {
        if (m_text.isEmpty()) m_text = text;
    }
    [[nodiscard]] bool isNone() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString& text() const { return m_text; }

private:
    QString m_text;
};

/// Which of a record's fields were seen; notes those that stand there twice or are missing.
template <std::size_t Count>
class SeenFields {
public:
    SeenFields(const FieldNames<Count>& names, Flaw& flaw) : m_names(names), m_flaw(flaw) {}
    void add(std::size_t field) {
        const std::uint32_t bit = 1U << field;
        if ((m_bits & bit) != 0) m_flaw.note(m_names.name(field), "is there twice");
        m_bits |= bit;
    }
    void require(std::uint32_t fields) {
        const std::uint32_t missing = fields & ~m_bits;
        if (missing != 0) m_flaw.note(m_names.name(static_cast<std::size_t>(std::countr_zero(missing))), "is missing");
    }

private:
    const FieldNames<Count>& m_names;
    Flaw& m_flaw;
    std::uint32_t m_bits = 0;
};

/// Whether it is null, and not just something that begins like it.
[[nodiscard]] inline bool isNull(od::value value) {
    bool null = false;
    return value.is_null().get(null) == simdjson::SUCCESS && null;
}

/// Texts to terms. The same few texts come again and again, so the last of each kind are recognized unread.
class TermReader {
public:
    explicit TermReader(TermPool& pool) : m_pool(pool) {}
    /// False: neither text nor null.
    [[nodiscard]] bool read(od::value value, PoolTerm& term);

private:
    struct Slot {
        std::string_view raw;
        PoolTerm term = PoolNull;
    };
    TermPool& m_pool;
    std::array<Slot, 256> m_slots{};
};

/// A whole number of at least 0, exactly; anything else is a flaw.
inline void readCount(od::value value, std::string_view field, std::int64_t& count, Flaw& flaw) {
    if (value.get_int64().get(count) != simdjson::SUCCESS || count < 0) {
        flaw.note(field, "is not a whole number of at least 0");
    }
}

/// The object or array; nothing (and a flaw) for any other value. Text that is broken shows in the next step.
[[nodiscard]] std::optional<od::object> readObject(od::value value, std::string_view field, Flaw& flaw);
[[nodiscard]] std::optional<od::array> readArray(od::value value, std::string_view field, Flaw& flaw);

/// Remarks for the log, of which only the first few are kept.
class Notices {
public:
    void add(const QString& text);
    [[nodiscard]] QStringList take();

private:
    QStringList m_texts;
    int m_more = 0;
};

/// "2026-10-01T00:00:00Z" and other RFC 3339 of whole seconds, as seconds since the epoch.
[[nodiscard]] std::optional<std::int64_t> epochSeconds(std::string_view text);

[[nodiscard]] inline QString toText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

[[nodiscard]] Error brokenText(error_code error);
[[nodiscard]] Error unusablePage(const QString& detail);

/// The frame of every report page: `data`, `has_more`, `next_page`. Calls fn(value, page flaw) for each entry of
/// `data` and returns the token of the next page, empty for the last. That the page may be cut short is an error.
template <typename Fn>
Result<QString> readPage(const QByteArray& body, Fn fn) {
    enum Field : std::size_t { Data, HasMore, NextPage, Count };
    FieldNames<Count> names({"data", "has_more", "next_page"});
    Flaw flaw;
    SeenFields seen(names, flaw);
    bool hasMore = false;
    std::string_view nextPage;

    const simdjson::padded_string text(body.constData(), static_cast<std::size_t>(body.size()));
    od::parser parser;
    od::document document;
    od::object root;
    error_code error = parser.iterate(text).get(document);
    if (!error) error = document.get_object().get(root);
    if (!error) {
        error = eachField(root, [&](od::field& field, std::size_t place) -> error_code {
            const std::size_t which = names.find(field, place);
            if (which == Count) return simdjson::SUCCESS;
            seen.add(which);
            od::value value = field.value();
            if (which == Data) {
                const auto entries = readArray(value, names.name(Data), flaw);
                return entries ? eachElement(*entries, [&](od::value entry) { return fn(entry, flaw); })
                               : simdjson::SUCCESS;
            }
            if (which == HasMore) {
                if (value.get_bool().get(hasMore)) flaw.note(names.name(HasMore), "is not true or false");
            } else if (!isNull(value) && value.get_string().get(nextPage)) {
                flaw.note(names.name(NextPage), "is neither text nor null");
            }
            return simdjson::SUCCESS;
        });
    }
    if (!error && document.current_location().error() != simdjson::OUT_OF_BOUNDS) error = simdjson::TAPE_ERROR;
    if (error) return failure(brokenText(error));
    seen.require(1U << Data | 1U << HasMore);
    if (flaw.isNone() && hasMore && nextPage.empty())
        flaw.note(names.name(NextPage), "is missing, though more is to come");
    if (!flaw.isNone()) return failure(unusablePage(flaw.text()));
    return hasMore ? toText(nextPage) : QString();
}

}  // namespace tokenledger::json
