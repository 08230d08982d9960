// Exact US dollars: an integer count of nano-dollars (1e-9 USD). Doubles never hold money.
#pragma once

#include "app/core/result.h"

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tokenledger {

class Money {
public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money fromNano(std::int64_t nano) {
        Money money;
        money.m_nano = nano;
        return money;
    }

    [[nodiscard]] constexpr std::int64_t nano() const { return m_nano; }
    [[nodiscard]] constexpr bool isNegative() const { return m_nano < 0; }
    [[nodiscard]] constexpr bool isZero() const { return m_nano == 0; }

    friend constexpr auto operator<=>(Money, Money) = default;

private:
    std::int64_t m_nano = 0;
};

struct ParsedMoney {
    Money amount;
    bool rounded = false;  // finer than a nano-dollar; rounded half-even
};

/// Parses the API's decimal string of cents ("412.0950", "-3", "0.00001"). Plain decimal only: no exponent, no comma,
/// no blanks, not empty. Error BadResponse otherwise, or when it exceeds about 9.2 billion USD.
[[nodiscard]] Result<ParsedMoney> parseCents(std::string_view text);

/// Parses a decimal string of US dollars by the same rules.
[[nodiscard]] Result<ParsedMoney> parseDollars(std::string_view text);

/// A number's text ("1.5e-7") without its exponent, by moving the point; nothing for exponents beyond any amount of
/// money. That it is a number is for the caller to know.
[[nodiscard]] std::optional<std::string> plainDecimal(std::string_view number);

/// The error of a figure, named as a sentence begins ("A sum of money"), that does not fit: Usage, because a shorter
/// range may be asked for.
[[nodiscard]] tl::unexpected<Error> tooLarge(const QString& what);

/// Sum and difference; tooLarge() on overflow.
[[nodiscard]] Result<Money> add(Money a, Money b);
[[nodiscard]] Result<Money> subtract(Money a, Money b);

/// value * numerator / denominator in 128 bits, divided once, half-even. denominator must not be 0.
/// tooLarge() when the result does not fit.
[[nodiscard]] Result<std::int64_t> mulDivHalfEven(std::int64_t value, std::int64_t numerator, std::int64_t denominator);

/// Integer quotient, rounded half to even. denominator must not be 0.
[[nodiscard]] std::int64_t divideHalfEven(std::int64_t numerator, std::int64_t denominator);

/// Exact plain decimal of US dollars, at least two places, no exponent, no separators: "12.30", "0.000000001", "-4.00".
[[nodiscard]] QString toExactString(Money amount);

/// Rounded to `places` (0..9) decimals, half-even: the one place where money loses digits.
[[nodiscard]] QString toRoundedString(Money amount, int places);

}  // namespace tokenledger
