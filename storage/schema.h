// The cache's schema: one list of migrations, and nothing else that says what the tables are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace tokenledger {

struct Migration {
    int version = 0;  // what the schema is after this step
    const char* sql = nullptr;
};

/// Marks a SQLite file as a Tokenledger cache (pragma application_id).
inline constexpr std::int32_t CacheApplicationId = 0x544C'4731;  // "TLG1"

[[nodiscard]] std::span<const Migration> cacheMigrations();
[[nodiscard]] int newestSchemaVersion();
/// Of the library that is used, "3.40.1".
[[nodiscard]] const char* sqliteVersion();

constexpr bool isStrictlyIncreasing(std::span<const Migration> migrations) {
    int last = 0;
    for (const Migration& migration : migrations) {
        if (migration.version <= last) return false;
        last = migration.version;
    }
    return true;
}

}  // namespace tokenledger
