// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <curl/curl.h>

namespace deskwarden::wsman {

/// The request's headers. They may hold what is as good as the password: wiped when they go.
class HeaderList final
{
public:
    HeaderList() = default;
    HeaderList(const HeaderList&) = delete;
    HeaderList& operator=(const HeaderList&) = delete;
    ~HeaderList()
    {
        for (curl_slist* entry = m_list; entry; entry = entry->next) {
            volatile char* byte = entry->data;
            while (*byte != '\0')
                *byte++ = '\0';
        }
        curl_slist_free_all(m_list);
    }

    void append(const char* line)
    {
        if (curl_slist* longer = curl_slist_append(m_list, line))
            m_list = longer;
        else
            m_isComplete = false;
    }
    [[nodiscard]] curl_slist* list() const noexcept { return m_list; }
    [[nodiscard]] bool isComplete() const noexcept { return m_isComplete; }

private:
    curl_slist* m_list = nullptr;
    bool m_isComplete = true;
};

} // namespace deskwarden::wsman
