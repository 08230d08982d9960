// Records of a CSV file by RFC 4180, one at a time and with their place in the file. One thread; holds one record.
#pragma once

#include "app/finance/textlines.h"

#include <vector>

namespace tokenledger {

class CsvRecords {
public:
    explicit CsvRecords(TextLines& lines) : m_lines(lines) {}

    /// What the values are separated by: ',' ';' '\t' or '|'. To be set before next().
    void setSeparator(char separator) { m_separator = separator; }
    [[nodiscard]] char separator() const { return m_separator; }

    /// The next line for a look at it, without taking it; false at the end. Lines without anything are passed over.
    [[nodiscard]] Result<bool> peek(std::string_view& line);
    /// The next record's values, good until the next call; false at the end. Lines without anything are no records.
    /// Errors of TextLines; Usage, naming line and column, for a quotation mark in the wrong place or one that is never
    /// closed, and for more than MaxColumns values.
    [[nodiscard]] Result<bool> next(std::vector<std::string_view>& values);
    /// The line that the record begins on, from 1.
    [[nodiscard]] std::int64_t line() const { return m_line; }

    static constexpr std::size_t MaxColumns = 1000;

private:
    [[nodiscard]] Result<void> split(std::vector<std::string_view>& values);
    [[nodiscard]] Result<void> takeQuoted(std::size_t& at, std::size_t column);

    TextLines& m_lines;
    char m_separator = ',';
    std::string_view m_peeked;
    bool m_hasPeeked = false;
    std::int64_t m_line = 0;
    std::string_view m_record;  // the line, or m_joined where a quoted value goes over several
    std::string m_joined;
    std::string m_unquoted;  // values that held quotation marks, one after the other
    struct Span {
        std::size_t start;
        std::size_t size;
        bool unquoted;
    };
    std::vector<Span> m_spans;
};

}  // namespace tokenledger
