-- Rules about whole tables, run after every file is loaded. Each query returns the
-- rows that break its rule, so no rows means that it holds.

-- rule: there are 145 sources
SELECT count(*) AS sources FROM source HAVING count(*) <> 145;

-- rule: there are 7 regions
SELECT count(*) AS regions FROM region HAVING count(*) <> 7;

-- rule: there are 42 integrated care systems
SELECT count(*) AS systems FROM ics HAVING count(*) <> 42;

-- rule: every region has a system
SELECT region_code FROM region ANTI JOIN ics USING (region_code);

-- rule: no two systems share a tile
SELECT tile_column, tile_row, string_agg(ics_code, ' ' ORDER BY ics_code) AS systems
FROM ics GROUP BY ALL HAVING count(*) > 1;

-- rule: residents of mid-2020 are given for every system and add to the published 56,550,138
SELECT count(ics_code) AS systems, sum(residents) AS people FROM ics LEFT JOIN ics_residents r USING (ics_code)
HAVING count(residents) <> count(*) OR sum(residents) <> 56550138;

-- rule: every system has a boundary, its parts numbered from 1
SELECT ics_code, count(part) AS parts FROM ics LEFT JOIN ics_boundary USING (ics_code)
GROUP BY ics_code HAVING count(part) = 0 OR max(part) <> count(part);

-- rule: an outline has four points or more and ends where it began
SELECT ics_code, part FROM (
    SELECT ics_code, part, string_split(outline, ', ') AS points FROM ics_boundary)
WHERE len(points) < 4 OR points[1] <> points[-1];

-- rule: every point of a boundary lies in or by England
SELECT ics_code, part, point FROM (
    SELECT ics_code, part, unnest(string_split(outline, ', ')) AS point FROM ics_boundary)
WHERE split_part(point, ' ', 1)::DOUBLE NOT BETWEEN -6.5 AND 2
    OR split_part(point, ' ', 2)::DOUBLE NOT BETWEEN 49.8 AND 55.9;

-- rule: deprivation ranks run from 1 to the number of systems
SELECT max(imd_rank) AS last_rank, count(*) AS systems FROM ics HAVING max(imd_rank) <> count(*);

-- rule: a system that ranks as more deprived scores no lower
SELECT ics_code, imd_rank FROM ics
QUALIFY imd_average_score > lag(imd_average_score) OVER (ORDER BY imd_rank);

-- rule: registered patients add to between 55 and 70 million
SELECT sum(registered_population) AS people FROM ics
HAVING sum(registered_population) NOT BETWEEN 55000000 AND 70000000;

-- rule: the population of every system has the same date
SELECT count(DISTINCT population_date) AS dates FROM ics HAVING count(DISTINCT population_date) <> 1;

-- rule: there are 36 boards from April 2026
SELECT count(*) AS boards FROM board_2026 HAVING count(*) <> 36;

-- rule: every board of 2026 succeeds a system
SELECT board_code FROM board_2026 ANTI JOIN ics_succession USING (board_code);

-- rule: every system has a successor, and its weights add to 1
SELECT ics_code, coalesce(sum(weight), 0) AS weights
FROM ics LEFT JOIN ics_succession USING (ics_code)
GROUP BY ics_code HAVING abs(coalesce(sum(weight), 0) - 1) > 1e-9;

-- rule: a system continues exactly when all of it goes to a board of its own code
SELECT ics_code, continues_2026 FROM ics
WHERE continues_2026 <> (ics_code IN (
    SELECT s.ics_code FROM ics_succession s WHERE s.ics_code = s.board_code AND s.weight = 1));

-- rule: a board lies in the region of its systems, or has none when they lie in several
SELECT b.board_code, b.region_code
FROM board_2026 b JOIN ics_succession s USING (board_code) JOIN ics i USING (ics_code)
GROUP BY ALL
HAVING b.region_code IS DISTINCT FROM
    CASE WHEN count(DISTINCT i.region_code) = 1 THEN min(i.region_code) END;

-- rule: there are 205 trusts
SELECT count(*) AS trusts FROM trust HAVING count(*) <> 205;

-- rule: there are 5 kinds of trust and each has a trust
SELECT count(DISTINCT trust_type) AS kinds FROM trust HAVING count(DISTINCT trust_type) <> 5
UNION ALL
SELECT count(*) FROM trust_type HAVING count(*) <> 5;

-- rule: there are 14 staff groups
SELECT count(*) AS groups FROM staff_group HAVING count(*) <> 14;

-- rule: one staff group is the total
SELECT count(*) AS totals FROM staff_group WHERE is_total HAVING count(*) <> 1;

-- rule: trust staff covers two months
SELECT count(DISTINCT month) AS months FROM trust_staff HAVING count(DISTINCT month) <> 2;

-- rule: there are 4,858 rows of trust staff
SELECT count(*) AS entries FROM trust_staff HAVING count(*) <> 4858;

-- rule: every trust has a total of all staff in each month
SELECT m.month, t.trust_code
FROM (SELECT DISTINCT month FROM trust_staff) m CROSS JOIN trust t
ANTI JOIN (SELECT month, trust_code FROM trust_staff JOIN staff_group USING (staff_group)
    WHERE is_total) s ON s.month = m.month AND s.trust_code = t.trust_code
ORDER BY ALL;

-- rule: the staff groups of a trust add to its total, to within 1 FTE
SELECT month, trust_code,
    round(sum(end_fte) FILTER (NOT is_total), 2) AS groups,
    round(sum(end_fte) FILTER (is_total), 2) AS total
FROM trust_staff JOIN staff_group USING (staff_group)
GROUP BY ALL HAVING abs(groups - total) > 1 ORDER BY ALL;

-- rule: the staff of a trust are those at the end of the last month
SELECT trust_code, staff_fte, end_fte
FROM trust JOIN trust_staff USING (trust_code) JOIN staff_group USING (staff_group)
WHERE is_total AND month = (SELECT max(month) FROM trust_staff) AND abs(staff_fte - end_fte) > 0.1
ORDER BY ALL;

-- rule: every year of Talking Therapies has all systems
SELECT year, count(*) AS systems FROM talking_therapies_ics
GROUP BY year HAVING count(*) <> (SELECT count(*) FROM ics) ORDER BY year;

-- rule: there are 3 years of Talking Therapies by system and 8 for England
SELECT count(DISTINCT year) AS years FROM talking_therapies_ics HAVING count(DISTINCT year) <> 3
UNION ALL
SELECT count(*) FROM talking_therapies_england HAVING count(*) <> 8;

-- rule: Talking Therapies by system adds to England, to within one per cent
SELECT year, sum(i.referrals) AS systems, any_value(e.referrals) AS england
FROM talking_therapies_ics i LEFT JOIN talking_therapies_england e USING (year)
GROUP BY year
HAVING england IS NULL
    OR abs(sum(i.referrals) / any_value(e.referrals) - 1) > 0.01
    OR abs(sum(i.finished_courses) / any_value(e.finished_courses) - 1) > 0.01
ORDER BY year;

-- rule: a recovery share agrees with its counts, to within one per cent
SELECT year, ics_code, recovery_share FROM talking_therapies_ics
WHERE abs(recovery_share - recovered / finished_at_caseness) > 0.01 ORDER BY ALL;

-- rule: the published staff of 2023 are in the history and agree with the policy figure
SELECT (SELECT fte FROM workforce_history WHERE year = 2023) AS history,
    (SELECT value FROM policy_figure WHERE figure_id = 'esr_fte_2023') AS published
WHERE history IS DISTINCT FROM published OR history IS NULL;

-- rule: the staff of 2019 are those of 2023 less the published growth
SELECT (SELECT fte FROM workforce_history WHERE year = 2019) AS history,
    (SELECT fte FROM workforce_history WHERE year = 2023)
        / (1 + (SELECT value FROM policy_figure WHERE figure_id = 'esr_growth_2019_23')) AS computed
WHERE coalesce(abs(history - computed) > 0.5, true);

-- rule: every system has an estimate
SELECT ics_code FROM ics ANTI JOIN ics_fte_estimate USING (ics_code) ORDER BY ics_code;

-- rule: each proxy of the estimate adds to 1
SELECT sum(share_talking_therapies) AS talking_therapies,
    sum(share_mental_health_trust) AS mental_health_trust
FROM ics_fte_estimate
HAVING abs(talking_therapies - 1) > 1e-9 OR abs(mental_health_trust - 1) > 1e-9;

-- rule: estimates are the published staff of 2023 times the proxies
SELECT ics_code, fte_low, fte_mid, fte_high
FROM ics_fte_estimate, (SELECT fte FROM workforce_history WHERE year = 2023)
WHERE abs(fte_low - fte * least(share_talking_therapies, share_mental_health_trust)) > 1e-6
    OR abs(fte_high - fte * greatest(share_talking_therapies, share_mental_health_trust)) > 1e-6
    OR abs(fte_mid - fte * (share_talking_therapies + share_mental_health_trust) / 2) > 1e-6
ORDER BY ics_code;

-- rule: estimates add to the published staff of 2023
SELECT sum(fte_mid) AS estimates FROM ics_fte_estimate
HAVING coalesce(abs(sum(fte_mid) - (SELECT fte FROM workforce_history WHERE year = 2023)) > 1e-6, true);

-- rule: there are 3 families and each has a profession
SELECT count(*) AS families FROM family HAVING count(*) <> 3
UNION ALL
SELECT count(DISTINCT family) FROM profession HAVING count(DISTINCT family) <> 3;

-- rule: twelve professions are on the list of Health Education England
SELECT count(*) AS professions FROM profession WHERE in_hee_twelve HAVING count(*) <> 12;

-- rule: the shares of each family's professions add up to one
SELECT family, sum(share_of_family) AS whole FROM profession
GROUP BY family HAVING abs(sum(share_of_family) - 1) > 1e-9 ORDER BY family;

-- rule: there are 14 professions
SELECT count(*) AS professions FROM profession HAVING count(*) <> 14;

-- rule: a band or length without a value has no source
SELECT profession FROM profession
WHERE (afc_band_on_qualification IS NULL AND band_status <> 'none')
    OR (course_length_years IS NULL AND length_status <> 'none')
ORDER BY profession;

-- rule: there are 30 policy figures
SELECT count(*) AS figures FROM policy_figure HAVING count(*) <> 30;

-- rule: an input has one value for a family, grade and year
SELECT input, family, grade, year_offset, count(*) AS entries
FROM model_input GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL;

-- rule: an input is given for all families together or for each of them
SELECT input, count(DISTINCT family) AS families FROM model_input
GROUP BY input
HAVING NOT (count(DISTINCT family) = 1 AND min(family) = 'all')
    AND NOT (count(DISTINCT family) = 3 AND count(*) FILTER (family = 'all') = 0)
ORDER BY input;

-- rule: an input by family has the same grades in each of them
SELECT input FROM (
    SELECT input, family, list(DISTINCT grade ORDER BY grade) AS grades
    FROM model_input GROUP BY ALL)
GROUP BY input HAVING count(DISTINCT grades) > 1 ORDER BY input;

-- rule: there are 29 inputs of the model, in 92 values
SELECT count(DISTINCT input) AS inputs, count(*) AS entries FROM model_input
HAVING count(DISTINCT input) <> 29 OR count(*) <> 92;

-- rule: shares of the whole add to 1
SELECT input, sum(value) AS total FROM model_input
WHERE input IN ('stock_share', 'external_share', 'other_places_share', 'lead_from', 'entry_grade',
    'therapy_work_share')
GROUP BY input HAVING abs(sum(value) - 1) > 1e-9 ORDER BY input;

-- rule: the grades of each family add to 1
SELECT family, sum(value) AS total FROM model_input WHERE input = 'grade_share'
GROUP BY family HAVING abs(sum(value) - 1) > 1e-9 ORDER BY family;

-- rule: leaving is relative to the qualified grade of the family
SELECT family, value FROM model_input
WHERE input = 'leaving_relative' AND grade = 'qualified' AND value <> 1 ORDER BY family;

-- rule: opening trainees cover the years of the course, from the first
SELECT family, count(*) AS years FROM model_input WHERE input = 'opening_trainees'
GROUP BY family
HAVING count(*) <> max(year_offset) OR min(year_offset) <> 1 OR count(*) <> count(year_offset)
ORDER BY family;

-- rule: a year until completion is given for trainees only
SELECT input, family, year_offset FROM model_input
WHERE (year_offset IS NOT NULL) <> (input = 'opening_trainees') ORDER BY ALL;

-- rule: ages run from 21 to 75, each in one band
SELECT b.age, count(a.age_from) AS bands
FROM (SELECT unnest(range(21, 76)) AS age) b LEFT JOIN age_band a ON b.age BETWEEN age_from AND age_to
GROUP BY b.age HAVING count(a.age_from) <> 1 ORDER BY b.age;

-- rule: the ages of staff, and of joiners, add to 1
SELECT sum(staff_share) AS staff, sum(joiner_share) AS joiners FROM age_band
HAVING abs(sum(staff_share) - 1) > 1e-9 OR abs(sum(joiner_share) - 1) > 1e-9;

-- rule: made-up ages match the one share that is published, 951 of 4,558 aged 50 or over
SELECT sum(staff_share) FILTER (age_from >= 50) AS aged_50_and_over FROM age_band
HAVING bool_and(status = 'none') AND abs(aged_50_and_over - 951 / 4558) > 0.001;

-- rule: there are 9 points of other roles
SELECT count(*) AS points FROM role_adoption HAVING count(*) <> 9;

-- rule: a role that is counted again has not lost ground
SELECT role FROM (
    SELECT role, share - lag(share) OVER (PARTITION BY role ORDER BY years_low) AS gained
    FROM role_adoption)
WHERE gained < 0 ORDER BY role;

-- rule: figures of other roles agree with the policy figures
SELECT point_id, share, value FROM role_adoption JOIN policy_figure
ON (point_id, figure_id) IN (('ahp_chief_answered', 'chief_ahp'), ('ftsu_2017', 'ftsu_guardian'))
WHERE abs(share - value) > 0.005 ORDER BY point_id;
