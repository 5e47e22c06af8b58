-- Requests say what they claim besides their reason. Properties stand in the order of their names, and within a text
-- every quotation mark is escaped, so the property is found exactly once.
update stored_record
set body = regexp_replace(body, ',"duration":', ',"claims":{},"duration":')
where kind = 'requests' and body not like '%,"claims":{%';
