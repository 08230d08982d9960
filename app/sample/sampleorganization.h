// The invented company behind the sample: who it is, its workspaces, API keys, people, and what each key does all day.
#pragma once

#include "app/core/period.h"
#include "app/sample/samplemodels.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace tokenledger::sample {

inline constexpr const char* OrganizationName = "Fenmarch Instruments";

inline constexpr const char* OrganizationId = "5f0c7a52-3d7e-4c0b-9b1e-6a2d54c81f07";
inline constexpr int DefaultWorkspace = -1;  // null on the wire
inline constexpr int Console = -1;           // null on the wire: use without an API key
[[nodiscard]] UtcDay foundingDay();          // no data before

/// An id that looks like the API's: prefix, "01", and letters that follow from the index alone.
[[nodiscard]] QByteArray idOf(const char* prefix, int index);

struct SampleWorkspace {
    QByteArray id;
    const char* name;
    UtcDay created;
};
[[nodiscard]] const std::vector<SampleWorkspace>& workspaces();

struct SampleKey {
    QByteArray id;
    const char* name;
    int workspace;
    const char* status;  // when it was created
    UtcDay created;
};
[[nodiscard]] const std::vector<SampleKey>& apiKeys();
[[nodiscard]] const char* keyStatusOn(int apiKey, UtcDay day);

enum class CacheHabit {
    None,
    RollOut,  // five-minute caching, introduced workspace by workspace in spring 2026: pays off
    OneHour,  // one-hour writes that are rarely read: loses money
    Steady,   // cached from the beginning (coding sessions)
};

/// What a key (or Console use) does on an average working day of November 2026.
struct Workload {
    int apiKey;     // index, or Console
    int workspace;  // index, or DefaultWorkspace
    UtcDay first;
    UtcDay last;
    std::int64_t inputKiloTokens;
    std::array<int, FamilyCount> families;  // permille of the input
    int batch;                              // permille, standard tier the rest
    int priority;
    int longWindow;  // permille of standard-tier work above 200k, never of Haiku
    int output;      // permille of the input
    CacheHabit cache;
    int weekend;    // permille of a working day
    bool searches;  // uses web search
    bool runsWild;  // on the 10th and 11th of every third month
};
[[nodiscard]] const std::vector<Workload>& workloads();

struct Person {
    const char* email;
    int diligence;  // sessions on a busy day; 0: does not use Claude Code
    int terminal;
    bool subscription;
};
[[nodiscard]] const std::vector<Person>& people();
[[nodiscard]] const char* terminalName(int terminal);
inline constexpr int TerminalCount = 4;
inline constexpr const char* CodingBot = "ci-bot";

/// Working days are 1000; weekends and holidays the workload's own share; vacation weeks in between.
[[nodiscard]] bool isDayOff(UtcDay day);
[[nodiscard]] std::int64_t season(UtcDay day);

}  // namespace tokenledger::sample
